package io.nephoscope.cli.report.change;

import io.nephoscope.cli.report.Baseline;
import io.nephoscope.rules.Findings;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A scan and what rules found in it.
 *
 * @param scan what was read, and what was not
 * @param rules the hash of each rule that judged, by id
 * @param results by the fingerprints of the findings
 */
public record JudgedScan(Baseline scan, SortedMap<String, String> rules, Map<String, Result> results) {
    public JudgedScan {
        rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
        results = Collections.unmodifiableMap(results);
    }

    public static JudgedScan of(Baseline scan, SortedMap<String, String> rules, Findings findings) {
        Map<String, Result> results = new HashMap<>();
        findings.forEach(finding -> results.put(finding.fingerprint(), Result.of(finding)));
        return new JudgedScan(scan, rules, results);
    }
}
