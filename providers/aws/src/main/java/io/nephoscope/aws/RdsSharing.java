package io.nephoscope.aws;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.rds.RdsClient;

/** With whom snapshots of RDS are shared, those of instances and those of clusters alike. */
final class RdsSharing {
    static final String STATUS = "Status";
    static final String SNAPSHOT_TYPE = "SnapshotType";
    private static final String AUTOMATED = "automated";
    private static final Set<String> GONE = Set.of("deleting");

    private RdsSharing() {}

    /**
     * The attributes of a snapshot. RDS shares no snapshot that it makes by itself, so that there is nothing to ask.
     *
     * @param id the attribute that holds the snapshot's identifier
     * @param of the attributes in an answer, empty where it leaves out what was asked for
     */
    static <O> Detail detail(
            String attribute,
            Schema.Struct schema,
            AwsCall<RdsClient, String, O> call,
            String id,
            Function<O, Optional<? extends List<? extends SdkPojo>>> of) {
        return new Detail(
                attribute,
                Schema.listOf(schema),
                List.of(call.operation().per(Per.ASSET)),
                (site, snapshot) -> isAutomated(snapshot)
                        ? Outcome.absent()
                        : call.at(site, snapshot.text(id))
                                .then(answer -> of.apply(answer)
                                        .map(found -> Outcome.value(DocList.copyOf(
                                                found.stream().map(SdkDocs::of).toList())))
                                        .orElseGet(() -> call.unusable(Text.of(
                                                "the answer leaves out the attributes that were asked for",
                                                "应答缺少所请求的属性")))));
    }

    private static boolean isAutomated(Doc snapshot) {
        return snapshot.text(SNAPSHOT_TYPE).equals(AUTOMATED);
    }

    /**
     * The facet {@code public} of a snapshot. RDS takes no {@code all} for an encrypted one ({@code rds:ModifyDBSnapshotAttribute}), so
     * that its attributes need not be asked for. There is no list of one's own that are public: RDS would list everybody's.
     *
     * @param encrypted the attribute that says whether it is
     * @param attribute the attribute that holds its attributes
     */
    static Object isPublic(Attributes snapshot, String encrypted, String attribute) {
        return standing(
                snapshot,
                () -> Tri.ask(snapshot.get(SNAPSHOT_TYPE), it -> Tri.of(!AUTOMATED.equals(it)))
                        .and(() -> Tri.isTrue(snapshot.get(encrypted)).not())
                        .and(() -> Tri.ask(snapshot.get(attribute), it -> Tri.of(isShared(it))))
                        .toField());
    }

    /** A facet of a snapshot, absent while RDS deletes it. */
    static Object standing(Attributes snapshot, Supplier<Object> facet) {
        return Gone.or(snapshot.get(STATUS), GONE, facet);
    }

    /** @throws Unreadable where RDS does not say who may restore it, so that the facet becomes unknown */
    private static boolean isShared(Object attributes) {
        List<Doc> restore = (attributes instanceof DocList list ? list : DocList.empty())
                .docs()
                .filter(attribute -> attribute.text("AttributeName").equals("restore"))
                .toList();
        if (restore.isEmpty()) {
            throw new Unreadable(Text.of("the answer does not say who may restore the snapshot", "应答未说明谁可以恢复该快照"));
        }
        return restore.stream()
                .anyMatch(attribute -> attribute.list("AttributeValues").texts().anyMatch("all"::equals));
    }
}
