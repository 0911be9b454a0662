package io.nephoscope.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.FakePace;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How an account stops being asked once its credentials do not hold any more, and that nothing less stops it. */
class SignInTest {
    private static final Operation WHO = Operation.of("sts", "GetCallerIdentity", "");
    private static final Operation GROUPS = Operation.of("iam", "ListGroups", "iam:ListGroups");
    private static final Operation DISKS = Operation.of("ec2", "DescribeVolumes", "ec2:DescribeVolumes");

    private final Gateway gateway = new Gateway(Limits.DEFAULT, new FakePace());
    private final Set<String> refusing = Collections.synchronizedSet(new HashSet<>());
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private final Site site = Site.of("toy", new Scope("", "1", Scope.GLOBAL), "client", ToyCloud::read, gateway)
            .signedInBy(WHO, send("sts"));

    @AfterEach
    void close() {
        gateway.close();
    }

    private Callable<String> send(String service) {
        return () -> {
            sent.add(service);
            if (refusing.contains(service)) {
                throw new IllegalStateException("SIGNED_OUT ExpiredToken");
            }
            return "answer";
        };
    }

    private Cause call(Operation operation, String region) {
        return site.in(region)
                .call(operation, send(operation.service()))
                .cause(operation.call(), operation.permission());
    }

    @Test
    void whereWhoWeAreIsRefusedTooNothingMoreIsSentAndTheCauseSaysSinceWhen() {
        assertThat(call(GROUPS, "north").outcome()).isEqualTo(Status.VALUE);
        refusing.addAll(Set.of("iam", "ec2", "sts"));

        assertThat(call(DISKS, "north"))
                .isEqualTo(new Cause(
                        "ec2:DescribeVolumes",
                        Status.SIGNED_OUT,
                        "ec2:DescribeVolumes",
                        Text.quoted("SIGNED_OUT ExpiredToken")));
        assertThat(call(GROUPS, "south"))
                .isEqualTo(new Cause(
                        "iam:ListGroups",
                        Status.SIGNED_OUT,
                        "iam:ListGroups",
                        new Text(
                                "not sent, since the credentials expired at 2026-01-01T00:00:00Z (SIGNED_OUT ExpiredToken)",
                                "未发送：凭证已于 2026-01-01T00:00:00Z 过期（SIGNED_OUT ExpiredToken）")));
        assertThat(sent).containsExactly("iam", "ec2", "sts");
    }

    @Test
    void aServiceThatTakesNoSuchCredentialsStopsNoOther() {
        refusing.add("iam");

        for (int i = 0; i < 20; i++) {
            assertThat(call(GROUPS, "north").outcome()).isEqualTo(Status.SIGNED_OUT);
        }
        assertThat(call(GROUPS, "north").message().en())
                .isEqualTo("SIGNED_OUT ExpiredToken; the same credentials are taken elsewhere");
        assertThat(call(DISKS, "north").outcome()).isEqualTo(Status.VALUE);
        assertThat(sent.stream().filter("sts"::equals)).hasSize(1);
    }

    /** Who says who we are may be the odd one itself. */
    @Test
    void thatTheQuestionWhoWeAreIsRefusedProvesNothingByItself() {
        refusing.add("sts");

        assertThat(call(WHO, "north").outcome()).isEqualTo(Status.SIGNED_OUT);
        assertThat(call(DISKS, "north").outcome()).isEqualTo(Status.VALUE);
        assertThat(call(GROUPS, "north").outcome()).isEqualTo(Status.VALUE);
    }

    @Test
    void whoIsDeniedAndWhoGetsNoAnswerIsNotSignedOut() {
        for (String sort : List.of("DENIED", "BARRED", "PERMANENT", "GONE")) {
            Outcome<String> outcome = site.call(DISKS, () -> {
                throw new IllegalStateException(sort);
            });
            assertThat(outcome.cause("", "").outcome()).isNotEqualTo(Status.SIGNED_OUT);
        }
        assertThat(sent).isEmpty();
        assertThat(call(DISKS, "north").outcome()).isEqualTo(Status.VALUE);
    }
}
