/** Two scans held against each other: what is new, fixed, changed and gone, and why. */
package io.nephoscope.cli.report.change;
