package io.nephoscope.jdcloud.api;

import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.util.List;
import java.util.function.Function;

/** The usual ways in which a call fills an attribute. */
public final class JdDetail {
    private JdDetail() {}

    /** The whole result of a call about one asset. */
    public static Detail of(String attribute, JdCall call, Schema schema, String pathName, String askedBy) {
        return of(
                attribute,
                call,
                schema,
                asset -> Question.of(pathName, asset.text(askedBy)),
                askedBy,
                result -> result);
    }

    /** One field of the result; to leave it out is no answer. */
    public static Detail ofField(
            String attribute, JdCall call, Schema schema, String pathName, String askedBy, String field) {
        return of(
                attribute,
                call,
                schema,
                asset -> Question.of(pathName, asset.text(askedBy)),
                askedBy,
                result -> field(result, field));
    }

    /** A part of the result of a call that is asked in a way of its own. */
    public static Detail of(
            String attribute,
            JdCall call,
            Schema schema,
            Function<Doc, Question> question,
            String askedBy,
            Function<Doc, ?> part) {
        return new Detail(
                attribute,
                schema,
                List.of(call.operation().per(Per.ASSET)),
                (site, asset) -> asset.text(askedBy).isEmpty()
                        ? unusable(
                                call, Text.of("not sent, since the listing brought no {0}", "未发送：列表未给出 {0}", askedBy))
                        : ask(site, call, question.apply(asset), part));
    }

    /** Those of the items of a listing that belong to the asset; the listing is asked once for each region. */
    public static Detail ofShared(String attribute, JdCall call, Schema.Struct item, String id, Belongs belongs) {
        return new Detail(
                attribute,
                Schema.listOf(item),
                List.of(call.operation().per(call.isRegional() ? Per.REGION : Per.ACCOUNT)),
                (site, asset) -> JdListing.all(site, call, id)
                        .map(items -> DocList.copyOf(items.stream()
                                .filter(one -> belongs.test(one, asset))
                                .toList())));
    }

    /** Whether an item of a listing belongs to an asset. */
    @FunctionalInterface
    public interface Belongs {
        boolean test(Doc item, Doc asset);
    }

    /** Sends a call about one thing, and takes a part of its result. */
    public static <T> Outcome<T> ask(Site site, JdCall call, Question question, Function<Doc, T> part) {
        JdClient api = site.client(JdAccount.class).api();
        return site.call(
                call.operation(),
                () -> part.apply(api.ask(call, site.scope().region(), question).result()));
    }

    /** @throws UnusableAnswer where the result leaves it out */
    public static Object field(Doc result, String field) {
        Object found = result.get(field);
        if (found == Absent.ABSENT) {
            throw new UnusableAnswer(Text.of("it leaves out what was asked for ({0})", "应答缺少所请求的内容（{0}）", field));
        }
        return found;
    }

    /** An answer from which nothing can be learnt. */
    public static <T> Outcome<T> unusable(JdCall call, Text why) {
        return Outcome.without(new Cause(
                call.operation().call(),
                Status.FAILED,
                call.operation().permission(),
                why.map(words -> "UnusableAnswer: " + words)));
    }
}
