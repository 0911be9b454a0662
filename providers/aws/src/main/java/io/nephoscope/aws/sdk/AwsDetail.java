package io.nephoscope.aws.sdk;

import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.policy.NoPolicyException;
import io.nephoscope.inventory.policy.PolicyDocument;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/** The usual ways in which a call fills an attribute. */
public final class AwsDetail {
    /** Where there is no policy, services leave it out; to say nothing in its place is no answer. */
    private static final String POLICY = "Policy";

    private AwsDetail() {}

    /** The whole answer, asked for by one of the asset's attributes. */
    public static <O extends SdkPojo> Detail of(
            String attribute, AwsCall<?, String, O> call, Supplier<? extends SdkPojo> schema, String askedBy) {
        return of(attribute, call, SdkDocs.schema(attribute, schema), askedBy, SdkDocs::of);
    }

    /** A part of the answer, absent where the answer leaves it out, or a field made of it. */
    public static <O> Detail of(
            String attribute, AwsCall<?, String, O> call, Schema schema, String askedBy, Function<O, ?> part) {
        return new Detail(
                attribute,
                schema,
                List.of(call.operation().per(Per.ASSET)),
                (site, asset) -> ask(call, site, asset, askedBy).map(answer -> SdkDocs.field(part.apply(answer))));
    }

    /** Without something to ask by, some services answer about somebody else, the caller for one. */
    private static <O> Outcome<O> ask(AwsCall<?, String, O> call, Site site, Doc asset, String askedBy) {
        String by = asset.text(askedBy);
        return by.isEmpty()
                ? call.unusable(Text.of("not sent, since the listing brought no {0}", "未发送：列表未给出 {0}", askedBy))
                : call.at(site, by);
    }

    /** A part of the answer that is an object of the SDK, absent where the answer leaves it out. */
    public static <O, P extends SdkPojo> Detail ofPart(
            String attribute,
            AwsCall<?, String, O> call,
            Supplier<? extends SdkPojo> schema,
            String askedBy,
            Function<O, @Nullable P> part) {
        return of(attribute, call, SdkDocs.schema(attribute, schema), askedBy, part);
    }

    /** A part of the answer that is the JSON text of a policy. */
    public static <O> Detail ofPolicy(
            String attribute, AwsCall<?, String, O> call, String askedBy, Function<O, @Nullable String> text) {
        AwsCall<?, String, Object> read = call.readAs(answer -> policy(text.apply(answer)));
        return new Detail(
                attribute,
                Schema.Scalar.DYN,
                List.of(call.operation().per(Per.ASSET)),
                (site, asset) -> ask(read, site, asset, askedBy));
    }

    /** A map of texts with names of the provider's own, some of which are JSON texts: a policy for one. */
    public static <O> Detail ofTexts(
            String attribute,
            AwsCall<?, String, O> call,
            Struct schema,
            String askedBy,
            Function<O, Map<String, String>> texts) {
        return of(attribute, call, schema, askedBy, answer -> {
            Doc.Builder doc = Doc.builder();
            texts.apply(answer).forEach((name, text) -> {
                boolean isJson =
                        schema.field(name).filter(Schema.Scalar.DYN::equals).isPresent();
                if (!text.isEmpty() || name.equals(POLICY)) {
                    doc.put(name, isJson ? json(call, text).toField() : text);
                }
            });
            return doc.build();
        });
    }

    /** A JSON text as a document; one that cannot be read is a failed call, since nobody saw what it says. */
    public static Outcome<Object> json(AwsCall<?, ?, ?> call, @Nullable String text) {
        try {
            return Outcome.value(document(text));
        } catch (UnusableAnswer e) {
            return call.unusable(e.text());
        }
    }

    /** The JSON text of a policy as a document; one that is none is a failed call. */
    public static Outcome<Object> policy(AwsCall<?, ?, ?> call, @Nullable String text) {
        try {
            return Outcome.value(policy(text));
        } catch (UnusableAnswer e) {
            return call.unusable(e.text());
        }
    }

    /** A policy always has statements, and so whatever else is JSON is none. */
    private static Object policy(@Nullable String text) {
        if (document(text) instanceof Doc policy && policy.get("Statement") != Absent.ABSENT) {
            return policy;
        }
        throw new UnusableAnswer(Text.of("the answer holds something else than a policy", "应答中不是策略"));
    }

    /** @throws UnusableAnswer where nobody can tell what the text says */
    private static Object document(@Nullable String text) {
        try {
            return PolicyDocument.parse(text);
        } catch (NoPolicyException e) {
            throw new UnusableAnswer(e.text());
        }
    }

    /** Whether a field is an object that has a certain text under a key. */
    public static boolean is(Object field, String key, String text) {
        return field instanceof Doc doc && doc.text(key).equals(text);
    }
}
