package io.nephoscope.jdcloud;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.network.AddressFamily;
import io.nephoscope.inventory.network.AddressRanges;
import io.nephoscope.inventory.network.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the policy and the access control list of a bucket come to for those whom nobody chose. A condition that compares the referer
 * closes nothing, since everyone may write there what he likes; what is not understood leaves the answer open.
 */
final class BucketPolicy {
    private static final Map<String, String> PUBLIC_GROUPS = Map.of(
            "http://acs.amazonaws.com/groups/global/AllUsers", "AllUsers",
            "http://acs.amazonaws.com/groups/global/AuthenticatedUsers", "AuthenticatedUsers");
    private static final Set<String> EVERY_ACTION = Set.of("*", "s3:*", "oss:*");
    private static final String CONDITION = "Condition";

    private BucketPolicy() {}

    /** One comparison of a statement's conditions, all of which must hold. */
    private record Condition(String operator, String key, List<String> values) {}

    /** What an access control list grants to everyone. */
    static PublicAccess grants(Object acl) {
        if (acl instanceof Unknown unread) {
            return PublicAccess.unread(unread);
        }
        PublicAccess open = PublicAccess.NONE;
        for (Doc grant : ((Doc) Standing.said(acl)).list("Grants").docs().toList()) {
            String group = PUBLIC_GROUPS.get(grant.doc("Grantee").text("URI"));
            if (group != null) {
                open = open.and(PublicAccess.by("ACL grants " + group + " " + grant.text("Permission")));
            }
        }
        return open;
    }

    /** What a policy allows everyone; absent is no policy. */
    static PublicAccess publicAccess(Object policy) {
        if (policy instanceof Unknown unread) {
            return PublicAccess.unread(unread);
        }
        List<Doc> ofEveryone =
                statements(policy).filter(BucketPolicy::isForEveryone).toList();
        PublicAccess open = ofEveryone.stream()
                .filter(BucketPolicy::isAllow)
                .map(BucketPolicy::allowed)
                .reduce(PublicAccess.NONE, PublicAccess::and);
        boolean denied = ofEveryone.stream().anyMatch(it -> !isAllow(it) && !it.has(CONDITION));
        return denied && !open.certain().isEmpty()
                ? PublicAccess.unread(unclear("the policy allows everyone what it denies everyone in part"))
                : open;
    }

    /** Whether a policy denies everyone what is asked for without TLS. */
    static Tri deniesInsecureTransport(Object policy) {
        return Tri.ask(
                policy,
                known -> Tri.of(statements(known)
                        .filter(statement -> !isAllow(statement) && isForEveryone(statement))
                        .filter(statement -> texts(statement.get("Action")).stream()
                                        .anyMatch(EVERY_ACTION::contains)
                                && texts(statement.get("Resource")).stream().anyMatch(it -> it.endsWith("*")))
                        .anyMatch(statement -> conditions(statement).stream()
                                        .allMatch(it -> it.operator().equals("bool")
                                                && it.key().equals("aws:securetransport")
                                                && it.values().equals(List.of("false")))
                                && statement.has(CONDITION))));
    }

    private static PublicAccess allowed(Doc statement) {
        Tri narrow = Tri.FALSE;
        for (Condition condition : conditions(statement)) {
            narrow = narrow.or(() -> narrows(condition));
        }
        if (narrow.isTrue()) {
            return PublicAccess.NONE;
        }
        return narrow.toField() instanceof Unknown why
                ? PublicAccess.unread(why)
                : PublicAccess.by("policy allows everyone " + String.join(", ", texts(statement.get("Action"))));
    }

    /** Whether a condition lets in only some whom somebody chose. */
    private static Tri narrows(Condition condition) {
        if (condition.key().equals("aws:referer")) {
            return Tri.FALSE;
        } else if (condition.key().equals("aws:sourceip")
                && condition.operator().equals("ipaddress")) {
            List<Cidr> blocks = condition.values().stream().map(Cidr::parse).toList();
            return Tri.of(Stream.of(AddressFamily.values())
                    .noneMatch(family -> family.isInternet(AddressRanges.anyOf(blocks.stream()
                            .filter(block -> block.family() == family)
                            .map(Cidr::ranges)
                            .toList()))));
        }
        return Tri.unknown(unclear("the condition on " + condition.key() + " is not understood"));
    }

    private static Unknown unclear(String why) {
        return Unknown.because(new Cause("", Status.FAILED, "", why));
    }

    /** @throws IllegalArgumentException where the policy cannot be understood, so that the facet becomes unknown */
    private static Stream<Doc> statements(Object policy) {
        if (policy == Absent.ABSENT) {
            return Stream.empty();
        }
        Object statements = policy instanceof Doc document ? document.get("Statement") : Absent.ABSENT;
        List<Object> all =
                statements instanceof DocList list ? list.stream().toList() : List.of(Standing.said(statements));
        return all.stream().map(statement -> {
            if (statement instanceof Doc doc && !doc.has("NotPrincipal")) {
                return doc;
            }
            throw new Unreadable("the policy has a statement that is not understood");
        });
    }

    private static boolean isAllow(Doc statement) {
        String effect = statement.text("Effect");
        if (effect.equals("Allow") || effect.equals("Deny")) {
            return effect.equals("Allow");
        }
        throw new Unreadable("the policy has a statement that neither allows nor denies");
    }

    private static boolean isForEveryone(Doc statement) {
        Object principal = statement.get("Principal");
        if (principal instanceof Doc named) {
            return named.keys().stream().anyMatch(key -> texts(named.get(key)).contains("*"));
        }
        return texts(principal).contains("*");
    }

    private static List<Condition> conditions(Doc statement) {
        List<Condition> conditions = new ArrayList<>();
        Doc all = statement.doc(CONDITION);
        for (String operator : all.keys()) {
            Doc compared = all.doc(operator);
            for (String key : compared.keys()) {
                conditions.add(new Condition(
                        operator.toLowerCase(Locale.ROOT), key.toLowerCase(Locale.ROOT), texts(compared.get(key))));
            }
        }
        return conditions;
    }

    private static List<String> texts(Object field) {
        if (field instanceof DocList list) {
            return list.texts().toList();
        }
        return field instanceof String || field instanceof Boolean ? List.of(field.toString()) : List.of();
    }
}
