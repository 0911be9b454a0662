package io.nephoscope.aws.sdk;

import static io.nephoscope.aws.sdk.AwsStub.KMS;
import static io.nephoscope.aws.sdk.AwsStub.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.ListKeysResponse;

class AwsListingTest {
    private static final AwsCall<KmsClient, Page, ListKeysResponse> KEYS =
            KMS.read("ListKeys", (kms, page) -> kms.listKeys(list -> list.marker(page.token())));
    private static final Listing LISTING = listing("");

    private static Listing listing(String more) {
        return Written.type("""
                type: aws.kms.key
                title: KMS key
                kind: crypto.key
                list: {call: "kms:ListKeys", items: Keys, holding: Keys, narrows: none%s}
                id: KeyId
                """.formatted(more)).listing();
    }

    private static String page(String next, String... keys) {
        List<String> items =
                List.of(keys).stream().map(key -> "{\"KeyId\":\"" + key + "\"}").toList();
        return "{\"Keys\":[" + String.join(",", items) + "],\"NextMarker\":" + next + "}";
    }

    /** A server that gives these answers in order, and the error behind them. */
    private static AwsStub pages(String... pages) throws IOException {
        Deque<String> left = new ArrayDeque<>(List.of(pages));
        return new AwsStub(request -> {
            String next = left.poll();
            answer(request, next == null ? 403 : 200, "application/x-amz-json-1.1", next == null ? "{}" : next);
        });
    }

    private final List<String> seen = new ArrayList<>();

    private Outcome<Integer> list(Site site) {
        return LISTING.walk().list(site, key -> seen.add(key.text("KeyId")));
    }

    @Test
    void everyPageIsACall() throws IOException {
        try (AwsStub stub = pages(page("\"2\"", "a", "b"), page("\"3\""), page("\"\"", "c"))) {
            assertThat(list(stub.site())).isEqualTo(Outcome.value(3));
            assertThat(seen).containsExactly("a", "b", "c");
            assertThat(stub.signers()).hasSize(3);
        }
    }

    @Test
    void aListingInPartsAsksEachAndHandsOnOnceWhatAnswersTwo() throws IOException {
        try (AwsStub stub = pages(page("\"2\"", "a"), page("null", "b"), page("null", "b", "c"))) {
            assertThat(parts().walk().list(stub.site(), key -> seen.add(key.text("KeyId"))))
                    .isEqualTo(Outcome.value(3));
            assertThat(seen).containsExactly("a", "b", "c");
        }
    }

    @Test
    void aListingOfWhichOnePartIsDeniedIsNoValue() throws IOException {
        try (AwsStub stub = pages(page("null", "a"))) {
            assertThat(parts().walk().list(stub.site(), key -> seen.add(key.text("KeyId"))))
                    .isInstanceOf(Outcome.Denied.class);
            assertThat(seen).containsExactly("a");
        }
    }

    private static Listing parts() {
        return listing(", each: [{}, {Limit: 7}]");
    }

    @Test
    void aPageThatIsDeniedLeavesWhatCameBeforeAndIsNoValue() throws IOException {
        try (AwsStub stub = pages(page("\"2\"", "a", "b"))) {
            assertThat(list(stub.site())).isInstanceOf(Outcome.Denied.class);
            assertThat(seen).containsExactly("a", "b");
        }
    }

    private static void refuse(HttpExchange request, String code) throws IOException {
        answer(request, 400, "application/x-amz-json-1.1", "{\"__type\":\"" + code + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OptInRequired", "SubscriptionRequiredException", "NotSignedUp"})
    void anAccountThatDoesNotSubscribeToAServiceHasNoneOfItsAssets(String code) throws IOException {
        try (AwsStub stub = new AwsStub(request -> refuse(request, code))) {
            assertThat(list(stub.site())).isInstanceOf(Outcome.Unsupported.class);
        }
    }

    @Test
    void aServiceThatListedAPageIsSubscribedToWhateverItSaysOfTheNext() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        try (AwsStub stub = new AwsStub(request -> {
            if (requests.incrementAndGet() == 1) {
                answer(request, 200, "application/x-amz-json-1.1", page("\"2\"", "a"));
            } else {
                refuse(request, "OptInRequired");
            }
        })) {
            assertThat(list(stub.site())).isInstanceOf(Outcome.Failed.class);
            assertThat(seen).containsExactly("a");
        }
    }

    @Test
    void whatAnAssetNeedsIsUnreadWhereTheServiceIsNotSubscribedTo() throws IOException {
        try (AwsStub stub = new AwsStub(request -> refuse(request, "OptInRequired"))) {
            assertThat(all(KEYS, stub.site())).isInstanceOf(Outcome.Failed.class);
        }
    }

    @Test
    void aListingThatGoesRoundInCirclesEndsAndIsNoValue() throws IOException {
        try (AwsStub stub = pages(page("\"2\"", "a"), page("\"3\"", "b"), page("\"2\"", "a"), page("\"3\"", "b"))) {
            Outcome<Integer> outcome = list(stub.site());

            assertThat(outcome.cause("", "").message().en())
                    .isEqualTo("the same page was offered twice, so that the listing has no end");
            assertThat(stub.signers()).hasSize(3);
        }
    }

    @Test
    void allOfAListingIsAskedOnceAndIsWholeOrNothing() throws IOException {
        try (AwsStub stub = pages(page("\"2\"", "a"), page("null", "b"))) {
            Site site = stub.site();
            for (int i = 0; i < 2; i++) {
                assertThat(all(KEYS, site))
                        .isEqualTo(Outcome.value(List.of(Doc.of("KeyId", "a"), Doc.of("KeyId", "b"))));
            }
        }
        try (AwsStub stub = pages(page("\"2\"", "a"))) {
            assertThat(all(KEYS, stub.site())).isInstanceOf(Outcome.Denied.class);
        }
    }

    private static Outcome<List<Doc>> all(AwsCall<KmsClient, Page, ListKeysResponse> call, Site site) {
        return AwsListing.allOf("keys", call, site, ListKeysResponse::keys, ListKeysResponse::nextMarker);
    }

    @Test
    void twoCallsOfOneOperationAreTwoQuestions() throws IOException {
        Detail all = shared("with: {Limit: 7}");
        Detail few = shared("with: {Limit: 1}");
        try (AwsStub stub = pages(page("null", "a"), page("null", "b"))) {
            Site site = stub.site();
            for (int i = 0; i < 2; i++) {
                assertThat(all.fetch().fetch(site, Doc.empty()).toField()).isEqualTo(DocList.of(Doc.of("KeyId", "a")));
                assertThat(few.fetch().fetch(site, Doc.empty()).toField()).isEqualTo(DocList.of(Doc.of("KeyId", "b")));
            }
        }
    }

    private static Detail shared(String more) {
        return Written.detail("call: \"kms:ListKeys\"\nitems: Keys\nholding: Keys\n" + more);
    }

    @Test
    void whatAListingAndADetailOfAnotherTypeShareIsAskedOnce() throws IOException {
        Listing keys = listing(", once: region");
        Detail detail = shared("once: region\nnarrows: none");
        try (AwsStub stub = pages(page("null", "a"))) {
            Site site = stub.site();

            assertThat(keys.walk().list(site, key -> seen.add(key.text("KeyId"))))
                    .isEqualTo(Outcome.value(1));
            assertThat(detail.fetch().fetch(site, Doc.empty()).toField()).isEqualTo(DocList.of(Doc.of("KeyId", "a")));
        }
        try (AwsStub stub = new AwsStub(request -> refuse(request, "OptInRequired"))) {
            Site site = stub.site();

            assertThat(keys.walk().list(site, key -> {})).isInstanceOf(Outcome.Unsupported.class);
            assertThat(detail.fetch().fetch(site, Doc.empty())).isInstanceOf(Outcome.Failed.class);
        }
    }
}
