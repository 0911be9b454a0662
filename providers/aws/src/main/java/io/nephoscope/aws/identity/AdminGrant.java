package io.nephoscope.aws.identity;

import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.doc.Tri;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a policy makes whoever holds it an administrator: it allows what nobody could have listed, on whatever there is, and so is a
 * wildcard in effect, however it is spelled; and what it leaves out or denies still leaves a way to grant oneself the rest.
 */
public final class AdminGrant {
    /** Each is enough to become an administrator: the action in lower case, and the kind of resource it is done to. */
    private static final List<List<String>> WAYS_TO_GRANT_ONESELF = List.of(
            List.of("iam:attachuserpolicy", "user"),
            List.of("iam:putuserpolicy", "user"),
            List.of("iam:attachgrouppolicy", "group"),
            List.of("iam:putgrouppolicy", "group"),
            List.of("iam:attachrolepolicy", "role"),
            List.of("iam:putrolepolicy", "role"),
            List.of("iam:createpolicyversion", "policy"),
            List.of("iam:setdefaultpolicyversion", "policy"));

    private AdminGrant() {}

    /** The facet, from the {@code Document} of a policy and its {@code Arn}, which names partition and account. */
    public static Object of(Attributes policy) {
        return Tri.ask(
                        policy.get("Document"),
                        document ->
                                Tri.of(grantsAdmin(GrantStatement.allOf(document), String.valueOf(policy.get("Arn")))))
                .toField();
    }

    private static boolean grantsAdmin(List<GrantStatement> statements, String policyArn) {
        String[] arn = policyArn.split(":", 6);
        List<GrantStatement> allowed =
                statements.stream().filter(GrantStatement::allows).toList();
        List<GrantStatement> denied =
                statements.stream().filter(it -> !it.allows()).toList();
        return unheardOf(arn[1], arn[4]).allMatch(request -> speaksOf(allowed, request))
                && waysToGrantOneself(arn[1], arn[4])
                        .anyMatch(request -> speaksOf(allowed, request) && !speaksOf(denied, request));
    }

    private static boolean speaksOf(List<GrantStatement> statements, Request request) {
        return statements.stream().anyMatch(it -> it.speaksOf(request.action(), request.resource()));
    }

    private record Request(String action, String resource) {}

    /** Services that do not exist, one for each letter, so that wildcards that together match all are found to do so. */
    private static Stream<Request> unheardOf(String partition, String account) {
        return IntStream.rangeClosed('a', 'z')
                .mapToObj(letter -> (char) letter + "-unheard-of")
                .map(service -> new Request(
                        service + ":" + service, "arn:" + partition + ":" + service + "::" + account + ":" + service));
    }

    private static Stream<Request> waysToGrantOneself(String partition, String account) {
        return WAYS_TO_GRANT_ONESELF.stream()
                .map(way -> new Request(
                        way.get(0), "arn:" + partition + ":iam::" + account + ":" + way.get(1) + "/nobody"));
    }
}
