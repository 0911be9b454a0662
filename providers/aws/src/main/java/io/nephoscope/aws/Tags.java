package io.nephoscope.aws;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsDetail;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Facet.Derive;
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
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;

/** Tags, most of which an API returns as a list of objects with a Key and a Value. */
final class Tags {
    /** The attribute that holds them in most APIs. */
    static final String TAGS = "Tags";

    private static final String NAME = "Name";

    private Tags() {}

    /** The tags of a list that is there wherever it was asked for, and be it empty: where it is left out, nobody said that there are none. */
    static Derive in(String attribute) {
        return asset -> asset.get(attribute) == Absent.ABSENT
                ? Unknown.because(new Cause(
                        "",
                        Status.NOT_SAID,
                        "",
                        Text.of("the answer of the listing leaves out {0}", "列表的应答缺少 {0}", attribute)))
                : of(asset.get(attribute), "Key", "Value");
    }

    /** The tags of a list that is left out where there are none: by every listing of EC2, and by a detail of ours. */
    static Derive orNone(String attribute) {
        return asset -> of(asset.get(attribute), "Key", "Value");
    }

    /** The tags of a list of objects; an unknown list, and one that is not there, stay what they are. */
    static Object of(Object list, String key, String value) {
        if (!(list instanceof DocList tags)) {
            return list;
        }
        Doc.Builder doc = Doc.builder();
        tags.docs().forEach(tag -> doc.put(tag.text(key), tag.text(value)));
        return doc.build();
    }

    /** The tag that the console shows as the name; absent where there is none. */
    static Derive name(String attribute) {
        return asset ->
                of(asset.get(attribute), "Key", "Value") instanceof Doc tags ? tags.get(NAME) : asset.get(attribute);
    }

    /** Tags that a call of their own tells: an answer without them says nothing of them. */
    static <O> Detail detail(
            String attribute, AwsCall<?, String, O> call, Schema schema, String askedBy, Function<O, ?> tags) {
        Detail asked = AwsDetail.of(attribute, call, schema, askedBy, tags);
        return new Detail(
                attribute,
                schema,
                asked.uses(),
                (site, asset) -> asked.fetch()
                        .fetch(site, asset)
                        .then(told -> told == Absent.ABSENT
                                ? call.unusable(Text.of("the answer leaves out the tags", "应答缺少标签"))
                                : Outcome.value(told)));
    }

    /** Tags that a call of their own tells page by page. */
    static <O> Detail paged(
            Function<String, AwsCall<?, Page, O>> call,
            Supplier<? extends SdkPojo> tag,
            String askedBy,
            Function<O, ? extends List<? extends SdkPojo>> tags,
            AwsListing.Next<O> next) {
        return new Detail(
                TAGS,
                Schema.listOf(SdkDocs.schema(TAGS, tag)),
                List.of(call.apply("").operation().per(Per.ASSET)),
                (site, asset) -> AwsListing.ofOne(call.apply(asset.text(askedBy)), site, tags, next));
    }
}
