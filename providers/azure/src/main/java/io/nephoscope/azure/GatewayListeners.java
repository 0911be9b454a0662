package io.nephoscope.azure;

import io.nephoscope.azure.arm.ArmResource;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.azure.arm.GraphListing;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What holds for each listener of an application gateway: its own TLS policy and web application firewall where it has them, and the
 * gateway's where it has none. Fields as in {@code ApplicationGateways_Get}.
 */
final class GatewayListeners {
    /** The oldest version of TLS that each policy of Azure takes; names that Azure may add are not known here. */
    private static final Map<String, String> PREDEFINED = Map.of(
            "appgwsslpolicy20150501", "TLSv1_0",
            "appgwsslpolicy20170401", "TLSv1_1",
            "appgwsslpolicy20170401s", "TLSv1_2",
            "appgwsslpolicy20220101", "TLSv1_2",
            "appgwsslpolicy20220101s", "TLSv1_2");

    private static final List<String> VERSIONS = List.of("TLSv1_0", "TLSv1_1", "TLSv1_2", "TLSv1_3");
    private static final String HTTP = "httpListeners";

    private GatewayListeners() {}

    /** The facet {@code tlsListeners}. */
    static Object tls(Object properties) {
        return ask(
                properties,
                gateway -> DocList.copyOf(Stream.of(HTTP, "listeners")
                        .flatMap(key -> gateway.list(key).docs())
                        .filter(GatewayListeners::mayBeTls)
                        .map(listener ->
                                Doc.of("name", listener.text("name"), "oldestVersion", oldest(gateway, listener)))
                        .toList()));
    }

    /** The facet {@code unguardedListeners}: those that have no web application firewall, be it on or off. */
    static Object unguarded(Object properties) {
        boolean all = Boolean.TRUE.equals(Paths.get(properties, "webApplicationFirewallConfiguration.enabled"));
        return ask(
                properties,
                gateway -> DocList.copyOf(gateway.list(HTTP)
                        .docs()
                        .filter(listener -> !all && policy(gateway, listener).isEmpty())
                        .map(listener -> listener.text("name"))
                        .toList()));
    }

    /** The ids of the WAF policies that decide about a request: those of listeners, and of paths below them. */
    static Object wafPolicies(Object properties) {
        Doc gateway = properties instanceof Doc known ? known : Doc.empty();
        Stream<String> paths = Fields.docs(gateway.get("urlPathMaps"))
                .flatMap(map -> map.doc("properties").list("pathRules").docs())
                .map(rule -> own(rule));
        return DocList.copyOf(Stream.concat(gateway.list(HTTP).docs().map(listener -> policy(gateway, listener)), paths)
                .filter(id -> !id.isEmpty())
                .toList());
    }

    /** The facet {@code domains}. A listener without a name of a host takes requests to whatever names lead to the gateway. */
    static Object domains(Object properties) {
        return ask(
                properties,
                gateway -> DocList.copyOf(gateway.list(HTTP)
                        .docs()
                        .flatMap(listener -> names(listener))
                        .distinct()
                        .toList()));
    }

    private static Stream<Object> names(Doc listener) {
        Doc properties = listener.doc("properties");
        List<Object> names = Stream.concat(
                        Stream.of(properties.text("hostName")),
                        properties.list("hostNames").texts())
                .filter(name -> !name.isEmpty())
                .<Object>map(name -> name)
                .toList();
        return names.isEmpty()
                ? Stream.of(GraphListing.unsaid(Text.of(
                        "the listener {0} takes requests to every name that leads to the gateway",
                        "侦听器 {0} 接受指向该网关的任意域名的请求", listener.text("name"))))
                : names.stream();
    }

    private static Object ask(Object properties, Function<Doc, Object> question) {
        if (properties instanceof Unknown) {
            return properties;
        } else if (properties instanceof Doc gateway && gateway.get(HTTP) instanceof DocList) {
            return question.apply(gateway);
        }
        throw new Unreadable(Text.of("the gateway does not say which listeners it has", "网关未说明有哪些侦听器"));
    }

    private static String policy(Doc gateway, Doc listener) {
        String own = own(listener);
        return own.isEmpty() ? gateway.doc("firewallPolicy").text("id") : own;
    }

    private static String own(Doc listenerOrRule) {
        return listenerOrRule.doc("properties").doc("firewallPolicy").text("id");
    }

    private static boolean mayBeTls(Doc listener) {
        String protocol = listener.doc("properties").text("protocol").toLowerCase(Locale.ROOT);
        return !protocol.equals("http") && !protocol.equals("tcp");
    }

    private static Object oldest(Doc gateway, Doc listener) {
        String profile =
                ArmResource.id(listener.doc("properties").doc("sslProfile").text("id"));
        if (profile.isEmpty()) {
            return oldest(gateway, gateway.doc("sslPolicy"), listener);
        }
        return gateway.list("sslProfiles")
                .docs()
                .filter(one -> ArmResource.id(one.text("id")).equals(profile))
                .map(one -> one.doc("properties").doc("sslPolicy"))
                .map(policy -> oldest(gateway, policy.size() == 0 ? gateway.doc("sslPolicy") : policy, listener))
                .findFirst()
                .orElseGet(() -> GraphListing.unsaid(
                        Text.of("the gateway does not say what is in the profile {0}", "网关未说明配置文件 {0} 的内容", profile)));
    }

    private static Object oldest(Doc gateway, Doc policy, Doc listener) {
        String name = policy.text("policyName");
        Optional<String> oldest;
        if (policy.size() == 0) {
            oldest = predefined(gateway.text("defaultPredefinedSslPolicy"));
        } else if (policy.text("policyType").equalsIgnoreCase("Predefined") || !name.isEmpty()) {
            oldest = predefined(name);
        } else if (policy.list("disabledSslProtocols").size() > 0) {
            List<String> disabled = policy.list("disabledSslProtocols").texts().toList();
            oldest = VERSIONS.stream()
                    .filter(version -> disabled.stream().noneMatch(version::equalsIgnoreCase))
                    .findFirst();
        } else {
            oldest = VERSIONS.stream()
                    .filter(policy.text("minProtocolVersion")::equalsIgnoreCase)
                    .findFirst();
        }
        return oldest.<Object>map(version -> version)
                .orElseGet(() -> GraphListing.unsaid(Text.of(
                        "the gateway does not say, in words known here, which TLS the listener {0} takes",
                        "网关未以已知的方式说明侦听器 {0} 接受的 TLS 版本", listener.text("name"))));
    }

    private static Optional<String> predefined(String name) {
        return Optional.ofNullable(PREDEFINED.get(name.toLowerCase(Locale.ROOT)));
    }
}
