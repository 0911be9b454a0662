package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.AccountNames;
import io.nephoscope.cli.report.Branch;
import io.nephoscope.cli.report.FieldText;
import io.nephoscope.cli.report.SeenAccount;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.AssetLine;
import io.nephoscope.cli.report.html.Page.CauseLine;
import io.nephoscope.cli.report.html.Page.Moment;
import io.nephoscope.cli.report.html.Page.Observation;
import io.nephoscope.cli.report.html.Page.Place;
import io.nephoscope.cli.report.html.Page.RuleHead;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.RuleInfo;
import java.util.ArrayList;
import java.util.List;

/** Turns what came from outside into what the page may show. */
record Lines(Words words, AccountNames accounts) {
    CauseLine cause(Cause cause) {
        return new CauseLine(
                words.name(cause.call()),
                cause.outcome(),
                words.name(cause.permission()),
                words.value(cause.message()));
    }

    Place place(SeenAccount account) {
        return new Place(
                words.name(account.provider()),
                words.name(account.branch()),
                words.name(account.id()),
                words.name(accounts.of(account)));
    }

    /** What a branch is called; what belongs to none is all that there is, where there is no organisation. */
    String branch(Branch branch) {
        return branch.name().isEmpty() ? words.of(Word.NO_BRANCH) : words.name(branch.name());
    }

    /** What a branch is, its level and who answers for it. */
    String note(Branch branch) {
        List<String> parts = new ArrayList<>();
        if (!branch.declared().kind().isEmpty()) {
            parts.add(words.branchKind(branch.declared().kind()));
        }
        if (branch.declared().mlpsLevel() > 0) {
            parts.add(words.of(Word.MLPS_LEVEL, branch.declared().mlpsLevel()));
        }
        if (!branch.declared().owner().isEmpty()) {
            parts.add(words.name(branch.declared().owner()));
        }
        return String.join(" · ", parts);
    }

    Moment moment(String iso) {
        return new Moment(words.name(iso), words.time(iso));
    }

    String region(String region) {
        return region.equals(Unit.ALL) ? words.of(Word.EVERY_REGION) : words.name(region);
    }

    String type(String type) {
        return type.equals(Unit.ALL) ? words.of(Word.EVERY_TYPE) : words.name(type);
    }

    AssetLine asset(Finding.Subject asset) {
        boolean isUnlisted = asset.nativeId().equals(Finding.Subject.UNLISTED);
        return new AssetLine(
                isUnlisted ? words.of(Word.ANYTHING) : words.name(asset.name()),
                isUnlisted ? words.of(Word.ANYTHING) : words.name(asset.nativeId()),
                words.name(asset.type()),
                place(SeenAccount.of(asset)),
                region(asset.scope().region()));
    }

    /** What was observed, among other rows. */
    Observation inShort(Finding.Evidence evidence) {
        String value = FieldText.of(evidence.value(), words.of(Word.ABSENT), words.of(Word.NOT_READ));
        return new Observation(words.name(evidence.path()), words.name(value), words.name(evidence.call()));
    }

    RuleHead rule(RuleInfo rule) {
        return new RuleHead(
                Fragment.ALL.rule(rule.id()).link(),
                words.name(rule.id()),
                words.name(words.in(rule.title())),
                rule.severity(),
                words.name(rule.appliesTo()));
    }
}
