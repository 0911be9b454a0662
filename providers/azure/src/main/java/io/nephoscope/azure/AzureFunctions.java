package io.nephoscope.azure;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.DYN;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.listOf;

import io.nephoscope.azure.arm.ArmResource;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.azure.identity.AdminRole;
import io.nephoscope.azure.identity.DisabledEffects;
import io.nephoscope.azure.identity.Owners;
import io.nephoscope.azure.identity.Roles;
import io.nephoscope.azure.identity.RootAccess;
import io.nephoscope.azure.monitor.AlertedOperations;
import io.nephoscope.azure.monitor.DiagnosticSettings;
import io.nephoscope.azure.reach.Admitted;
import io.nephoscope.azure.reach.PublicEndpoint;
import io.nephoscope.azure.storage.AnonymousAccess;
import io.nephoscope.azure.web.AnonymousInvocation;
import io.nephoscope.expression.Library;
import io.nephoscope.expression.Library.Arguments;
import io.nephoscope.expression.Library.Body;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.network.UrlHost;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What the files of Azure's types may call: words that Azure writes now so and now so, and what is hard to say in an expression. */
final class AzureFunctions {
    private static final Schema TEXTS = listOf(STRING);

    static final Library ALL = Library.of(Stream.of(words(), reach(), watch(), identity(), network())
            .flatMap(List::stream)
            .toList());

    private AzureFunctions() {}

    private static Library.Function function(String name, Schema gives, Body body, Schema... takes) {
        return new Library.Function(name, List.of(takes), gives, body);
    }

    /** A question about one field. */
    private static Library.Function asks(String name, Function<Object, Tri> question) {
        return function(name, BOOL, in -> question.apply(in.get(0)).toField(), DYN);
    }

    /** What is made of one field, wherever it is not unknown. */
    private static Library.Function makes(String name, Schema gives, UnaryOperator<Object> make) {
        return function(name, gives, in -> known(in, () -> make.apply(in.get(0))), DYN);
    }

    private static List<Library.Function> words() {
        return List.of(
                // Whether a field is a word, or one of some: is(kind, 'FileStorage'); what is left out is not.
                function("is", BOOL, in -> is(in.get(0), in.get(1)).toField(), DYN, DYN),
                // Whether it is the first of two words, and unknown where it is neither.
                function(
                        "either",
                        BOOL,
                        in -> Fields.either(in.get(0), text(in, 1), text(in, 2)).toField(),
                        DYN,
                        STRING,
                        STRING),
                function(
                        "mentions",
                        BOOL,
                        in -> Fields.mentions(in.get(0), text(in, 1)).toField(),
                        DYN,
                        STRING),
                makes("lastName", STRING, id -> id instanceof String text ? Fields.lastName(text) : Absent.ABSENT),
                makes("nativeId", STRING, id -> id instanceof String text ? ArmResource.id(text) : Absent.ABSENT),
                // The id of what an asset lies in: parent(id, 'databases') of a database is its server.
                function("parent", STRING, in -> known(in, () -> parent(in.get(0), text(in, 1))), DYN, STRING),
                function("time", DYN, in -> Fields.time(in.get(0)), DYN),
                function("earliest", DYN, in -> earliest(in.get(0), in.get(1)), DYN, DYN));
    }

    private static List<Library.Function> reach() {
        return List.of(
                asks("publicEndpoint", PublicEndpoint::isOn),
                asks("openToTheInternet", PublicEndpoint::admitsTheInternet),
                admits("admitsTheInternet", Admitted::isEverybody),
                admits("admitsAllOfAzure", Admitted::isAllOfAzure),
                admits("admitsAnybody", Admitted::letsAnybodyIn),
                function(
                        "anonymousAccess",
                        BOOL,
                        in -> AnonymousAccess.inEffect(in).isPublic(),
                        DYN,
                        DYN,
                        DYN),
                function(
                        "anonymousAccessWays",
                        TEXTS,
                        in -> AnonymousAccess.inEffect(in).ways(),
                        DYN,
                        DYN,
                        DYN),
                function("anonymousAccessAllowed", BOOL, AnonymousAccess::allowed, DYN, DYN),
                function(
                        "anonymousInvocation",
                        BOOL,
                        in -> AnonymousInvocation.of(in).isPublic(),
                        DYN,
                        DYN,
                        DYN,
                        DYN),
                function(
                        "anonymousInvocationWays",
                        TEXTS,
                        in -> AnonymousInvocation.of(in).ways(),
                        DYN,
                        DYN,
                        DYN,
                        DYN));
    }

    private static Library.Function admits(String name, Predicate<Admitted> whom) {
        return asks(name, rules -> Tri.ask(rules, known -> Tri.of(whom.test(Admitted.by(known)))));
    }

    private static List<Library.Function> watch() {
        return List.of(
                function(
                        "exportsLogs",
                        BOOL,
                        in -> DiagnosticSettings.export(in.get(0), texts(in, 1), texts(in, 2))
                                .toField(),
                        DYN,
                        TEXTS,
                        TEXTS),
                function(
                        "operationsWithoutAlert",
                        TEXTS,
                        in -> known(
                                in,
                                () -> DocList.copyOf(AlertedOperations.without(
                                        Fields.docs(in.get(0)).toList(), text(in, 1), texts(in, 2)))),
                        DYN,
                        STRING,
                        TEXTS),
                function(
                        "serviceHealthAlerted",
                        BOOL,
                        in -> known(
                                in,
                                () -> AlertedOperations.ofServiceHealth(
                                        Fields.docs(in.get(0)).toList(), text(in, 1))),
                        DYN,
                        STRING));
    }

    private static List<Library.Function> identity() {
        return List.of(
                makes("grantsAdmin", BOOL, AdminRole::of),
                makes("disabledEffects", TEXTS, DisabledEffects::of),
                function("isAboveSubscriptions", BOOL, in -> known(in, () -> Roles.isAbove(text(in, 0))), STRING),
                function(
                        "owners",
                        DYN,
                        in -> known(in, () -> Owners.counts((DocList) in.get(0), text(in, 1))),
                        DYN,
                        STRING),
                makes("rootAccessAdministrators", TEXTS, all -> RootAccess.administrators((DocList) all)));
    }

    private static List<Library.Function> network() {
        return List.of(
                makes("diskEncrypted", BOOL, DiskEncryption::of),
                makes("internetIngress", DYN, SecurityRules::ingress),
                makes("tlsListeners", DYN, GatewayListeners::tls),
                makes("unguardedListeners", TEXTS, GatewayListeners::unguarded),
                makes("wafPolicies", TEXTS, GatewayListeners::wafPolicies),
                makes("listenerDomains", TEXTS, GatewayListeners::domains),
                makes("addresses", TEXTS, ConfiguredAddresses::all),
                makes("publicAddresses", TEXTS, ConfiguredAddresses::publicOnes),
                makes("host", STRING, url -> url instanceof String text ? UrlHost.of(text) : url),
                makes("botRulesAtWork", BOOL, BotRules::atWork),
                function(
                        "peeredNetworks",
                        TEXTS,
                        in -> known(in, () -> PeeredNetworks.outside((DocList) in.get(0), text(in, 1))),
                        DYN,
                        STRING));
    }

    private static Tri is(Object field, Object words) {
        if (words instanceof DocList several) {
            return Fields.is(field, several.texts().toArray(String[]::new));
        }
        return words instanceof String word
                ? Fields.is(field, word)
                : Tri.ask(field, known -> Tri.of(known.equals(words)));
    }

    private static Object parent(Object id, String children) {
        String parent = id instanceof String text ? Fields.parent(text, children) : "";
        return parent.isEmpty() ? Absent.ABSENT : parent;
    }

    /** The earlier of two times; what is not known of either of them is not known of both. */
    private static Object earliest(Object one, Object other) {
        if (one instanceof String made && other instanceof String madeToo) {
            return made.compareTo(madeToo) <= 0 ? made : madeToo;
        }
        return one instanceof String ? other : one;
    }

    /** What is made of the first argument is unknown where that is. */
    private static Object known(Arguments in, Supplier<Object> make) {
        return in.get(0) instanceof Unknown unread ? unread : make.get();
    }

    private static String text(Arguments in, int index) {
        if (in.get(index) instanceof String text) {
            return text;
        }
        throw new Unreadable(Text.of("the answer has no text where one is needed", "应答在需要文本处没有文本"));
    }

    private static List<String> texts(Arguments in, int index) {
        return Fields.texts(in.get(index)).toList();
    }
}
