/** The report as tables: what each holds, and how one becomes a file for spreadsheets. */
package io.nephoscope.cli.report.sheet;
