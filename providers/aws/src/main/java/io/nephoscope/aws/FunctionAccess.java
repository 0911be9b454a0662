package io.nephoscope.aws;

import io.nephoscope.aws.Requests.Known;
import io.nephoscope.aws.policy.PublicGrants;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.PublicAccess;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.policy.Wildcards;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom a function lets in, under each of its names. A request comes by the API, signed by some account of AWS, or by a URL that the
 * function or an alias has; one of authentication type {@code NONE} takes requests that nobody signed. Either way the policy of that
 * name decides. URLs made since October 2025 want {@code lambda:InvokeFunction} granted beside {@code lambda:InvokeFunctionUrl}, older
 * ones do not, and whether an account still counts as old no call tells: the second grant alone is taken to open.
 */
final class FunctionAccess {
    static final String ARN = "FunctionArn";

    private static final String BY_URL = "lambda:invokefunctionurl";
    private static final String AUTH_TYPE = "lambda:functionurlauthtype";
    private static final String VIA_URL = "lambda:invokedviafunctionurl";

    private static final Requests SIGNED = new Requests(
            action -> !action.equals(BY_URL), Map.of(AUTH_TYPE, Known.MISSING, VIA_URL, Known.of("false")));

    private FunctionAccess() {}

    static PublicAccess of(Attributes function) {
        String arn = String.valueOf(function.get(ARN));
        return named(function, "", arn, function.get(FunctionPolicies.OWN))
                .and(qualified(function, FunctionPolicies.OF_ALIASES, "alias "))
                .and(qualified(function, FunctionPolicies.OF_VERSIONS, "version "));
    }

    private static PublicAccess qualified(Attributes function, String attribute, String what) {
        Object policies = function.get(attribute);
        if (policies instanceof Unknown unread) {
            return PublicAccess.unread(unread);
        }
        Stream<Doc> each = policies instanceof DocList list ? list.docs() : Stream.empty();
        return each.map(item -> {
                    String qualifier = item.text(FunctionPolicies.QUALIFIER);
                    return named(
                            function,
                            what + qualifier,
                            function.get(ARN) + ":" + qualifier,
                            item.get(FunctionPolicies.POLICY));
                })
                .reduce(PublicAccess.NONE, PublicAccess::and);
    }

    /** @param name of the alias or version; empty for the function itself */
    private static PublicAccess named(Attributes function, String name, String arn, Object policy) {
        PublicAccess signed = PublicGrants.of(SIGNED.seeing(policy), arn);
        return (name.isEmpty() ? signed : signed.through(name))
                .and(byUrl(function, name.isEmpty() ? "the function" : name, arn, policy));
    }

    private static PublicAccess byUrl(Attributes function, String name, String arn, Object policy) {
        PublicAccess perhaps = url(policy, arn, Known.ANYTHING);
        if (perhaps.isPublic().equals(false)) {
            return PublicAccess.NONE;
        }
        Object urls = function.get(FunctionPolicies.URLS);
        if (urls instanceof Unknown unread) {
            return perhaps.through("URL of " + name).unless(Tri.unknown(unread));
        }
        Optional<String> type = (urls instanceof DocList list ? list : DocList.empty())
                .docs()
                .filter(url ->
                        url.text(ARN).replace(":" + FunctionPolicies.LATEST, "").equals(arn))
                .map(url -> url.text("AuthType"))
                .findFirst();
        return type.map(known -> url(policy, arn, Known.of(known))
                        .through("URL of " + name + " for anyone "
                                + (known.equals("NONE") ? "on the Internet" : "with an AWS account")))
                .orElse(PublicAccess.NONE);
    }

    private static PublicAccess url(Object policy, String arn, Known type) {
        Requests requests = new Requests(
                action -> Wildcards.STAR_AND_MARK.covers(action, BY_URL),
                Map.of(AUTH_TYPE, type, VIA_URL, Known.of("true")));
        return PublicGrants.of(requests.seeing(policy), arn);
    }
}
