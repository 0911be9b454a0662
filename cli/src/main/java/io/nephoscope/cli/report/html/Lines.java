package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.FieldText;
import io.nephoscope.cli.report.SeenAccount;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.AssetLine;
import io.nephoscope.cli.report.html.Page.CauseLine;
import io.nephoscope.cli.report.html.Page.Observation;
import io.nephoscope.cli.report.html.Page.Place;
import io.nephoscope.cli.report.html.Page.RuleHead;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.RuleInfo;

/** Turns what came from outside into what the page may show. */
record Lines(Words words) {
    CauseLine cause(Cause cause) {
        return new CauseLine(
                words.name(cause.call()),
                cause.outcome(),
                words.name(cause.permission()),
                words.value(cause.message()));
    }

    Place place(SeenAccount account) {
        return new Place(words.name(account.provider()), words.name(account.branch()), words.name(account.id()));
    }

    String region(String region) {
        return region.equals(Unit.ALL) ? words.of(Word.EVERY_REGION) : words.name(region);
    }

    String type(String type) {
        return type.equals(Unit.ALL) ? words.of(Word.EVERY_TYPE) : words.name(type);
    }

    AssetLine asset(Finding.Subject asset) {
        return new AssetLine(
                words.name(asset.name()),
                words.name(asset.nativeId()),
                words.name(asset.type()),
                words.name(asset.scope().branch()),
                words.name(asset.scope().account()),
                region(asset.scope().region()));
    }

    /** An asset in a few words, among others. */
    String inShort(Finding.Subject asset) {
        return words.name(asset.name()) + " (" + words.name(asset.scope().account()) + " "
                + region(asset.scope().region()) + ")";
    }

    Observation observation(Finding.Evidence evidence) {
        String value = FieldText.of(evidence.value(), words.of(Word.ABSENT), words.of(Word.NOT_READ));
        return new Observation(words.name(evidence.path()), words.value(value), words.value(evidence.call()));
    }

    RuleHead rule(RuleInfo rule) {
        return new RuleHead(
                anchor(rule.id()),
                words.name(rule.id()),
                words.name(words.in(rule.title())),
                rule.severity(),
                words.name(rule.appliesTo()));
    }

    /** A name that an address can hold, another for each rule. */
    private static String anchor(String rule) {
        StringBuilder anchor = new StringBuilder("rule-");
        rule.chars().forEach(unit -> {
            boolean plain = unit == '-' || (unit < 0x80 && Character.isLetterOrDigit(unit));
            anchor.append(plain ? Character.toString(unit) : "_" + Integer.toHexString(unit) + "_");
        });
        return anchor.toString();
    }
}
