package io.nephoscope.collect;

import static io.nephoscope.inventory.ToyCloud.POLICY;
import static io.nephoscope.inventory.ToyCloud.detail;
import static io.nephoscope.inventory.ToyCloud.listing;
import static io.nephoscope.inventory.ToyCloud.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.AssetTypeBuilder;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private static final Unknown UNSAID = Unknown.because(Cause.notCollected("", ""));
    private static final String KEY = "AKIAIOSFODNN7EXAMPLE";
    private static final Unknown UNKNOWN = Unknown.because(Cause.notCollected("toy:GetPolicy", ""));

    private static Doc redacted(Doc attributes, String... paths) {
        AssetTypeBuilder type = type("toy.item", listing());
        for (String path : paths) {
            type.redact(path);
        }
        return Redaction.declared(type.build(), attributes);
    }

    @Test
    void theValuesOfADeclaredSecretGoAndItsKeysStay() {
        Doc function = Doc.of(
                "Name",
                "f",
                "Environment",
                Doc.of(
                        "Variables",
                        Doc.of("DB_PASSWORD", "hunter2", "PIN", 1234L, "LIST", DocList.of("a", 1.5, true))));

        assertThat(redacted(function, "Environment.Variables"))
                .isEqualTo(Doc.of(
                        "Name",
                        "f",
                        "Environment",
                        Doc.of(
                                "Variables",
                                Doc.of(
                                        "DB_PASSWORD",
                                        "[redacted]",
                                        "PIN",
                                        "[redacted]",
                                        "LIST",
                                        DocList.of("[redacted]", "[redacted]", "[redacted]")))));
    }

    @Test
    void aPathGoesThroughEveryItemOfAList() {
        Doc task = Doc.of(
                "Containers",
                DocList.of(Doc.of("Name", "a", "Secret", "x"), Doc.of("Name", "b", "Secret", 7L), Doc.of("Name", "c")));

        assertThat(redacted(task, "Containers.Secret"))
                .isEqualTo(Doc.of(
                        "Containers",
                        DocList.of(
                                Doc.of("Name", "a", "Secret", "[redacted]"),
                                Doc.of("Name", "b", "Secret", "[redacted]"),
                                Doc.of("Name", "c"))));
    }

    @Test
    void whatIsUnknownOrAbsentStaysSo() {
        Doc attributes = Doc.of("Secret", Doc.of("a", UNKNOWN, "b", Absent.ABSENT), "Other", UNKNOWN);

        assertThat(redacted(attributes, "Secret", "Other.Below", "Missing.Below"))
                .isEqualTo(attributes);
        assertThat(redacted(Doc.of("Secret", UNKNOWN), "Secret")).isEqualTo(Doc.of("Secret", UNKNOWN));
    }

    @Test
    void whatLooksLikeASecretGoesWhereverItIs() throws Exception {
        Doc policy = Doc.of("Statement", DocList.of(Doc.of("Sid", "key is " + KEY)));
        AssetType type = type("toy.item", (site, each) -> {
                    each.accept(Doc.of("Id", "a", "Note", "password=hunter2"));
                    return Outcome.value(1);
                })
                .oncePerAccount()
                .name(item -> "made with " + KEY)
                .tags(item -> Doc.of("note", "token=0badcafe"))
                .detail(detail(POLICY, "Policy", () -> policy))
                .build();

        Asset asset = new Toy().collect(type).asset("a");

        assertThat(asset.attributes().text("Note")).isEqualTo("password=[redacted]");
        assertThat(asset.attributes().get("Policy"))
                .isEqualTo(Doc.of("Statement", DocList.of(Doc.of("Sid", "key is AKIA[redacted]"))));
        assertThat(asset.tags()).isEqualTo(Doc.of("note", "token=[redacted]"));
        assertThat(asset.name()).isEqualTo("made with AKIA[redacted]");
    }

    @Test
    void whatANameCallsASecretGoesAndSoDoSecretsInNames() throws Exception {
        AssetType type = type("toy.item", (site, each) -> {
                    each.accept(Doc.of(
                            "Id",
                            "a",
                            "DbPassword",
                            "hunter2",
                            "PasswordLastUsed",
                            "2026-01-01T00:00:00Z",
                            "Parameters",
                            DocList.of(
                                    Doc.of("Name", "api_key", "Value", "hunter2"),
                                    Doc.of("Name", "size", "Value", "hunter2")),
                            "Labels",
                            Doc.of("token=hunter2", 1L, "token=hunter3", 2L)));
                    return Outcome.value(1);
                })
                .oncePerAccount()
                .tags(item ->
                        Doc.of("password", "hunter2", "token=hunter2", "x", "token=hunter3", "y", Doc.OTHERS, UNSAID))
                .build();

        Asset asset = new Toy().collect(type).asset("a");

        assertThat(asset.attributes())
                .isEqualTo(Doc.of(
                        "Id",
                        "a",
                        "DbPassword",
                        "[redacted]",
                        "PasswordLastUsed",
                        "2026-01-01T00:00:00Z",
                        "Parameters",
                        DocList.of(
                                Doc.of("Name", "api_key", "Value", "[redacted]"),
                                Doc.of("Name", "size", "Value", "hunter2")),
                        "Labels",
                        Doc.of("token=[redacted]", 1L, "token=[redacted] 2", 2L)));
        assertThat(asset.tags())
                .isEqualTo(Doc.of(
                        "password",
                        "[redacted]",
                        "token=[redacted]",
                        "[redacted]",
                        "token=[redacted] 2",
                        "[redacted]",
                        Doc.OTHERS,
                        UNSAID));
    }

    @Test
    void aPatternOfAPolicyStaysSinceItDecidesWhomThePolicyLetsIn() throws Exception {
        Doc condition = Doc.of("StringLike", Doc.of("aws:PrincipalTag/secret", "*", "aws:PrincipalTag/token", "a?c"));
        AssetType type = type("toy.item", (site, each) -> {
                    each.accept(Doc.of("Id", "a"));
                    return Outcome.value(1);
                })
                .oncePerAccount()
                .detail(detail(POLICY, "Policy", () -> condition))
                .build();

        assertThat(new Toy().collect(type).asset("a").attributes().get("Policy"))
                .isEqualTo(condition);
    }

    @Test
    void anIdWithASecretIsMaskedAndOneThatDiffersInNothingElseIsALossThatIsTold() throws Exception {
        AssetType type = type("toy.item", (site, each) -> {
                    each.accept(Doc.of("Id", "db://app:hunter2@one"));
                    each.accept(Doc.of("Id", "db://app:hunter3@one"));
                    each.accept(Doc.of("Id", "db://app:hunter2@two"));
                    return Outcome.value(3);
                })
                .oncePerAccount()
                .build();

        Toy toy = new Toy().collect(type);

        assertThat(toy.assets)
                .extracting(Asset::nativeId)
                .containsExactlyInAnyOrder("db://app:[redacted]@one", "db://app:[redacted]@two");
        assertThat(toy.assets).allSatisfy(asset -> assertThat(asset.uid()).endsWith(asset.nativeId()));
        assertThat(toy.units).singleElement().satisfies(unit -> {
            assertThat(unit.isGap()).isTrue();
            assertThat(unit.listing().message().en()).contains("differ in nothing but a secret");
        });
    }

    @Test
    void theWordsOfACauseAreOneLineWithoutSecretsWhoeverWroteThem() throws Exception {
        Cause cause = new Cause(
                POLICY.call(), Status.FAILED, "", Text.quoted("no\n\u001b[2J token=hunter2 " + "x".repeat(10_000)));
        AssetType type = type("toy.item", (site, each) -> {
                    each.accept(Doc.of("Id", "a", "Size", Unknown.because(cause)));
                    return Outcome.without(cause);
                })
                .oncePerAccount()
                .detail(detail(POLICY, "Policy", () -> Unknown.because(cause)))
                .build();

        Toy toy = new Toy().collect(type);

        String words = toy.units.get(0).listing().message().en();
        assertThat(words).startsWith("no [2J token=[redacted] xxx").hasSize(301);
        for (String attribute : List.of("Size", "Policy")) {
            assertThat(toy.asset("a").attributes().get(attribute))
                    .isEqualTo(Unknown.because(new Cause(POLICY.call(), Status.FAILED, "", Text.quoted(words))));
        }
    }

    @Test
    void detailsAreAskedForByWhatTheListingReallySaid() throws Exception {
        Detail echo = new Detail(
                "Echo",
                Schema.Scalar.INT,
                List.of(POLICY.per(Per.ASSET)),
                (site, asset) -> Outcome.value((long) asset.text("Secret").length()));
        AssetType type = type("toy.item", (site, each) -> {
                    each.accept(Doc.of("Id", "a", "Secret", "hunter2"));
                    return Outcome.value(1);
                })
                .oncePerAccount()
                .redact("Secret")
                .detail(echo)
                .build();

        assertThat(new Toy().collect(type).asset("a").attributes())
                .isEqualTo(Doc.of("Id", "a", "Secret", "[redacted]", "Echo", 7L));
    }
}
