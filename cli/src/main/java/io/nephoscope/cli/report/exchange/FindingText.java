package io.nephoscope.cli.report.exchange;

import io.nephoscope.cli.report.Escaped;
import io.nephoscope.cli.report.FieldText;
import io.nephoscope.cli.report.FindingRow;
import io.nephoscope.cli.report.StatementText;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Finding.Evidence;
import io.nephoscope.rules.Finding.Waived;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a finding says to people, in one language and as plain text, whatever the format around it. What it says of rules it keeps. */
final class FindingText {
    /** What somebody has to look at, the worse first. */
    static final List<Verdict> TO_LOOK_AT = List.of(Verdict.FAIL, Verdict.UNKNOWN, Verdict.MANUAL);

    private static final int LONGEST = 1_000;
    private static final int LONGEST_TITLE = 250;
    private static final int MOST_SEEN = 3;

    private final Words words;
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, String> advice = new HashMap<>();

    FindingText(Words words) {
        this.words = words;
    }

    Words words() {
        return words;
    }

    /** What the rule demands; its id where it has no title. */
    String title(RuleInfo rule) {
        return titles.computeIfAbsent(rule.id(), id -> {
            String title = Escaped.line(rule.title().in(words.language()).strip());
            return limited(title.isEmpty() ? words.name(id) : title, LONGEST_TITLE);
        });
    }

    /** What was found, or for UNKNOWN what was not, with the permissions that would mend it, and every statement beside it. */
    String message(FindingRow row) {
        Finding finding = row.finding();
        List<String> sentences = new ArrayList<>();
        String said = words.in(finding.message());
        if (!said.isEmpty()) {
            sentences.add(limited(said, LONGEST));
        } else if (finding.verdict() == Verdict.UNKNOWN) {
            sentences.add(notRead(finding));
        } else if (finding.verdict() == Verdict.FAIL) {
            sentences.add(limited(words.in(row.rule().failed()), LONGEST));
        }
        permissions(finding).stream()
                .filter(permission -> !said.contains(permission))
                .forEach(permission -> sentences.add(Text.of("It needs the permission {0}.", "需要权限 {0}。", permission)
                        .in(words.language())));
        sentences.addAll(new StatementText(words).marks(finding));
        sentences.removeIf(String::isBlank);
        return sentences.isEmpty() ? title(row.rule()) : words.sentences(sentences);
    }

    private String notRead(Finding finding) {
        List<String> reasons =
                finding.missing().stream().map(this::reason).distinct().toList();
        return Text.of("Not known: {0}.", "无法判定：{0}。", words.list(reasons, 3)).in(words.language());
    }

    /** How a call ended that would have told. */
    String reason(Cause cause) {
        String message = words.value(cause.message());
        return (words.name(cause.call()) + " " + words.of(cause.outcome())).strip()
                + (message.isEmpty() ? "" : " (" + message + ")");
    }

    /** The permissions that would make an UNKNOWN known, as far as permissions do. */
    List<String> permissions(Finding finding) {
        return finding.missing().stream()
                .filter(cause -> cause.outcome() == Status.DENIED)
                .map(Cause::permission)
                .filter(permission -> !permission.isEmpty())
                .map(words::name)
                .distinct()
                .sorted()
                .toList();
    }

    /** A value that the rule read, on one line. */
    String evidence(Evidence evidence) {
        return words.value(FieldText.of(evidence.value(), words.of(Word.ABSENT), words.of(Word.NOT_READ)));
    }

    /** The same with what was seen of it, for readers who show nothing else of a failure. */
    String account(FindingRow row) {
        Finding finding = row.finding();
        String said = asset(row) + ": " + message(row);
        if (finding.verdict() != Verdict.FAIL || finding.evidence().isEmpty()) {
            return said;
        }
        List<String> seen = finding.evidence().stream()
                .map(it -> words.name(it.path()) + " = " + evidence(it))
                .toList();
        return words.sentences(List.of(
                said,
                Text.of("Seen: {0}.", "观察到：{0}。", words.list(seen, MOST_SEEN)).in(words.language())));
    }

    /** The asset as people call it; what could not be listed by its type. */
    String asset(FindingRow row) {
        Finding.Subject asset = row.finding().asset();
        return words.name(asset.isUnlisted() ? asset.type() + " *" : asset.name());
    }

    /** Why it matters, and the steps that mend it where the asset stands; the title where the rule says neither. */
    String advice(FindingRow row) {
        RuleInfo rule = row.rule();
        String provider = row.asset().provider();
        return advice.computeIfAbsent(rule.id() + " " + provider, key -> {
            String steps = Optional.ofNullable(rule.remediation().get(provider))
                    .map(it -> words.in(it.console()))
                    .orElse("");
            String said = (words.in(rule.why()) + "\n\n" + steps).strip();
            return said.isEmpty() ? title(rule) : said;
        });
    }

    /** Until when it is accepted, by whom and why. */
    String waiver(Waived waived) {
        return words.of(
                Word.WAIVED_MARK, words.name(waived.until()), words.name(waived.owner()), words.value(waived.reason()));
    }

    /** A text that a format takes only so long; what was cut off is counted in its place. */
    String limited(String text, int most) {
        int length = text.codePointCount(0, text.length());
        if (length <= most) {
            return text;
        }
        // The note about what was cut takes its part of the length.
        int kept = Math.max(0, most - 40);
        return text.substring(0, text.offsetByCodePoints(0, kept)) + words.of(Word.MORE_CHARACTERS, length - kept);
    }

    /** An id as it stands but for what deceives the eye. */
    static String id(String text) {
        return Escaped.line(text);
    }
}
