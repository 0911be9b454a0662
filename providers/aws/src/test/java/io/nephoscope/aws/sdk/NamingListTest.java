package io.nephoscope.aws.sdk;

import static io.nephoscope.aws.sdk.AwsStub.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamingListTest {
    private static final String DENIED =
            "<Response><Errors><Error><Code>UnauthorizedOperation</Code></Error></Errors></Response>";

    private static final Detail NAMED = Written.detail("""
            names: SnapshotId
            born: StartTime
            call: "ec2:DescribeSnapshots"
            items: Snapshots
            holding: Snapshots
            """);

    private static String page(String next, String... ids) {
        StringBuilder items = new StringBuilder();
        List.of(ids).forEach(id -> items.append("<item><snapshotId>").append(id).append("</snapshotId></item>"));
        return "<DescribeSnapshotsResponse><snapshotSet>" + items + "</snapshotSet>" + next
                + "</DescribeSnapshotsResponse>";
    }

    private static String next(String token) {
        return "<nextToken>" + token + "</nextToken>";
    }

    /** A server that gives these answers in order, and refuses what comes behind them. */
    private static AwsStub pages(String... pages) throws IOException {
        Deque<String> left = new ArrayDeque<>(List.of(pages));
        return new AwsStub(request -> {
            String next = left.poll();
            answer(request, next == null ? 403 : 200, "text/xml", next == null ? DENIED : next);
        });
    }

    private static Doc snapshot(String id, Instant born) {
        return Doc.of("SnapshotId", id, "StartTime", born.toString());
    }

    private static Doc old(String id) {
        return snapshot(id, Instant.parse("2020-01-01T00:00:00Z"));
    }

    private static Outcome<?> isNamed(Site site, Doc snapshot) {
        return NAMED.fetch().fetch(site, snapshot);
    }

    @Test
    void oneListingTellsOfEveryAssetWhetherItIsNamed() throws IOException {
        try (AwsStub stub = pages(page(next("2"), "a"), page("", "b"))) {
            Site site = stub.site();

            assertThat(isNamed(site, old("a"))).isEqualTo(Outcome.value(true));
            assertThat(isNamed(site, old("b"))).isEqualTo(Outcome.value(true));
            assertThat(isNamed(site, old("c"))).isEqualTo(Outcome.value(false));
            assertThat(stub.signers()).hasSize(2);
        }
    }

    @Test
    void whatAListingThatBrokeOffDoesNotNameNobodyKnows() throws IOException {
        try (AwsStub stub = pages(page(next("2"), "a"))) {
            Site site = stub.site();

            assertThat(isNamed(site, old("a"))).isEqualTo(Outcome.value(true));
            assertThat(isNamed(site, old("c")).cause("", ""))
                    .matches(cause -> cause.outcome() == Status.DENIED)
                    .matches(cause -> cause.call().equals("ec2:DescribeSnapshots"))
                    .matches(cause -> cause.permission().equals("ec2:DescribeSnapshots"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<DescribeSnapshotsResponse/>", "<html/>", ""})
    void anAnswerWithoutItsListNamesNothingAndProvesNothing(String body) throws IOException {
        try (AwsStub stub = pages(body)) {
            assertThat(isNamed(stub.site(), old("a")).cause("", "").outcome()).isEqualTo(Status.FAILED);
        }
    }

    /** The listing cannot name what was not there yet. */
    @Test
    void ofWhatCameAfterItWasAskedItTellsNothing() throws IOException {
        try (AwsStub stub = pages(page("", "a"))) {
            Site site = stub.site();
            Instant later = Instant.now().plus(Duration.ofHours(1));

            assertThat(isNamed(site, snapshot("new", later))).isEqualTo(Outcome.absent());
            assertThat(isNamed(site, Doc.of("SnapshotId", "nobody knows when"))).isEqualTo(Outcome.absent());
            assertThat(isNamed(site, snapshot("a", later))).isEqualTo(Outcome.value(true));
        }
    }

    /** It was asked before it was answered, and AWS says in whole seconds when that was. */
    @Test
    void whatCameWhileItWasAnsweredMayHaveComeTooLate() throws IOException {
        try (AwsStub stub = pages(page("", "a"))) {
            Site site = stub.site();
            isNamed(site, old("a"));
            Instant now = Instant.now();

            assertThat(isNamed(site, snapshot("late", now))).isEqualTo(Outcome.absent());
            assertThat(isNamed(site, snapshot("early", now.minus(Duration.ofHours(1)))))
                    .isEqualTo(Outcome.value(false));
        }
    }
}
