package io.nephoscope.azure.arm;

import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import java.util.List;
import java.util.function.Predicate;

/** The usual ways in which a call fills an attribute. */
public final class ArmDetail {
    private ArmDetail() {}

    /** The answer about the resource. */
    public static Detail of(String attribute, ArmCall call, Schema schema) {
        return of(attribute, call, schema, resource -> true);
    }

    /** The same, absent and not asked for where the resource cannot have it. */
    public static Detail of(String attribute, ArmCall call, Schema schema, Predicate<Doc> mayHaveIt) {
        return new Detail(
                attribute,
                schema,
                List.of(call.operation().per(Per.ASSET)),
                (site, resource) ->
                        mayHaveIt.test(resource) ? call.resource(site, resource.text("id")) : Outcome.absent());
    }

    /** Every item of a list below the resource. */
    public static Detail list(String attribute, ArmCall call, Schema item) {
        return list(attribute, call, item, resource -> true);
    }

    /** The same, absent and not asked for where the resource cannot have it. */
    public static Detail list(String attribute, ArmCall call, Schema item, Predicate<Doc> mayHaveIt) {
        return new Detail(
                attribute,
                Schema.listOf(item),
                List.of(call.operation().per(Per.ASSET)),
                (site, resource) ->
                        mayHaveIt.test(resource) ? call.resources(site, resource.text("id")) : Outcome.absent());
    }

    /** Every item of a list of the subscription, asked once. */
    public static Detail ofSubscription(String attribute, ArmCall call, Schema item) {
        return new Detail(
                attribute,
                Schema.listOf(item),
                List.of(call.operation().per(Per.ACCOUNT)),
                (site, resource) -> call.resourcesInSubscription(site));
    }
}
