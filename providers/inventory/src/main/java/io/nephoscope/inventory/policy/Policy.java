package io.nephoscope.inventory.policy;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A policy as far as it can be understood.
 *
 * @param statements those that can be understood
 * @param mayAllow why it may allow more than they do
 * @param mayDeny why it may deny more than they do
 */
public record Policy(List<Statement> statements, Optional<Unknown> mayAllow, Optional<Unknown> mayDeny) {
    /** Longer messages are cut: they quote what strangers wrote, and go into reports. */
    private static final int LONGEST_MESSAGE = 300;

    public Policy {
        statements = List.copyOf(statements);
    }

    /** One that nobody read. */
    static Policy unread(Unknown why) {
        return new Policy(List.of(), Optional.of(why), Optional.of(why));
    }

    /** Why a policy is not judged, from what is unclear in it. */
    public static Unknown unclear(Text what) {
        Text words = Text.of("the policy cannot be understood: {0}", "无法理解该策略：{0}", what);
        return Unknown.because(new Cause("derive:policy", Status.FAILED, "", words.map(Policy::shortened)));
    }

    private static String shortened(String words) {
        return words.length() > LONGEST_MESSAGE ? words.substring(0, LONGEST_MESSAGE) + "…" : words;
    }

    /** Whether each request is allowed by some statement that counts. */
    public Tri allowsAll(List<Request> requests, Function<Statement, Tri> counts) {
        return all(requests, request -> allows(request, counts));
    }

    /** Whether each request is denied by some statement that counts. */
    public Tri deniesAll(List<Request> requests, Function<Statement, Tri> counts) {
        return all(requests, request -> denies(request, counts));
    }

    private static Tri all(List<Request> requests, Function<Request, Tri> question) {
        Tri all = Tri.TRUE;
        for (Request request : requests) {
            all = all.and(() -> question.apply(request));
        }
        return all;
    }

    /** Whether a single statement that counts allows all of what a request asks for; whether something denies it is another question. */
    public Tri allows(Request request, Function<Statement, Tri> counts) {
        return covered(true, request, counts, mayAllow);
    }

    /** Whether a single statement that counts denies all of what a request asks for. */
    public Tri denies(Request request, Function<Statement, Tri> counts) {
        return covered(false, request, counts, mayDeny);
    }

    private Tri covered(boolean allows, Request request, Function<Statement, Tri> counts, Optional<Unknown> unclear) {
        Tri covered = unclear.map(Tri::unknown).orElse(Tri.FALSE);
        for (Statement statement : statements) {
            if (statement.allows() == allows && statement.covers(request)) {
                covered = covered.or(() -> counts.apply(statement));
            }
        }
        return covered;
    }
}
