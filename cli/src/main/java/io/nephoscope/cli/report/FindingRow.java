package io.nephoscope.cli.report;

import io.nephoscope.rules.Finding;
import io.nephoscope.rules.RuleInfo;

/** A finding with what a reader wants to see beside it. Every table of findings, in whatever format, is made of these. */
public record FindingRow(Finding finding, RuleInfo rule, JudgedAsset asset) {}
