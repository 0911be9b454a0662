package io.nephoscope.cli.report;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.rules.Verdict;
import io.nephoscope.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands between a report and the whole. A field that its source cannot have is no gap, though a verdict may be UNKNOWN for it.
 *
 * @param cutOff whether the scan never came to its end
 * @param listings how many listings were not answered
 * @param calls how many calls were refused or failed
 * @param assets how many assets lack a field that was asked for
 * @param broken how many verdicts are UNKNOWN since a rule or a function of ours broke
 * @param signedOut of how many accounts the credentials were refused
 * @param gone how many assets were listed, and were not there any more when their details were asked for: no gap
 * @param types the types that rules judge and that nobody asked for when the accounts were read
 * @param unknown how many verdicts are UNKNOWN
 * @param unasked how many of those name a call that nobody made
 * @param attested how many verdicts would be UNKNOWN without a statement
 */
public record Completeness(
        boolean cutOff,
        long listings,
        long calls,
        long assets,
        long broken,
        long signedOut,
        long gone,
        Set<String> types,
        long unknown,
        long unasked,
        long attested) {

    static Completeness of(Snapshot snapshot, Tally tally, Set<String> typesNotRead) {
        return new Completeness(
                !snapshot.manifest().isFinished(),
                snapshot.units().stream().filter(Unit::isGap).count(),
                snapshot.ledger().stream()
                        .filter(row -> row.outcome().isGap())
                        .mapToLong(LedgerRow::count)
                        .sum(),
                snapshot.assetsWithGaps(),
                tally.broken(),
                signedOut(snapshot),
                snapshot.units().stream().mapToLong(Unit::gone).sum(),
                typesNotRead,
                tally.verdicts().of(Verdict.UNKNOWN),
                tally.unasked(),
                tally.verdicts().attested());
    }

    private static long signedOut(Snapshot snapshot) {
        Stream<String> listings = snapshot.units().stream()
                .filter(Unit::isSignedOut)
                .map(unit -> unit.provider() + "|" + unit.scope().account());
        Stream<String> calls = snapshot.ledger().stream()
                .filter(row -> row.outcome() == Status.SIGNED_OUT)
                .map(row -> row.provider() + "|" + row.account());
        return Stream.concat(listings, calls).distinct().count();
    }

    /** Whether there is no gap: neither in what was read nor in how it was judged. */
    public boolean isWhole() {
        return !cutOff && listings + calls + assets + broken == 0 && types.isEmpty();
    }

    Word headline() {
        if (!isWhole()) {
            return Word.INCOMPLETE;
        }
        if (unknown > 0) {
            return Word.ANSWERED;
        }
        return attested > 0 ? Word.STATED_IN_PART : Word.COMPLETE;
    }

    public String inSentences(Words words) {
        List<String> sentences = new ArrayList<>();
        if (isWhole()) {
            if (unknown == 0) {
                sentences.add(words.of(Word.COMPLETENESS_WHOLE));
            }
            add(sentences, words, Word.ANSWERED_SENTENCE, unknown - unasked);
            add(sentences, words, Word.UNASKED_SENTENCE, unasked);
            add(sentences, words, Word.COMPLETENESS_GONE, gone);
            add(sentences, words, Word.COMPLETENESS_ATTESTED, attested);
            return words.sentences(sentences);
        }
        if (cutOff) {
            sentences.add(words.of(Word.COMPLETENESS_CUT_OFF));
        }
        add(sentences, words, Word.COMPLETENESS_SIGNED_OUT, signedOut);
        add(sentences, words, Word.COMPLETENESS_LISTINGS, listings);
        add(sentences, words, Word.COMPLETENESS_CALLS, calls);
        add(sentences, words, Word.COMPLETENESS_ASSETS, assets);
        add(sentences, words, Word.COMPLETENESS_BROKEN, broken);
        add(sentences, words, Word.COMPLETENESS_TYPES, types.size());
        add(sentences, words, Word.COMPLETENESS_GONE, gone);
        add(sentences, words, Word.COMPLETENESS_UNKNOWN, unknown);
        add(sentences, words, Word.COMPLETENESS_ATTESTED, attested);
        return words.sentences(sentences);
    }

    private static void add(List<String> sentences, Words words, Word sentence, long count) {
        if (count > 0) {
            sentences.add(words.of(sentence, count));
        }
    }
}
