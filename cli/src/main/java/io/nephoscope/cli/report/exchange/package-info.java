/** Reports in the formats of others: code hosts, build servers, security hubs, auditors' tools. Each class writes one of them, as a stream. */
@NullMarked
package io.nephoscope.cli.report.exchange;

import org.jspecify.annotations.NullMarked;
