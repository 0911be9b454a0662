package io.nephoscope.http.rest;

import io.nephoscope.http.Request;
import io.nephoscope.http.Signer;
import io.nephoscope.http.sign.AccessKey;
import io.nephoscope.http.sign.Acs3Signer;
import io.nephoscope.http.sign.Jdcloud2Signer;
import io.nephoscope.http.sign.SdkHmacSigner;
import io.nephoscope.http.sign.Sigv4Signer;
import io.nephoscope.http.sign.Tc3Signer;
import io.nephoscope.inventory.Secrets;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import io.nephoscope.yaml.YamlShape;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a service wants to know who asks: the name of a signer and what it needs. Signers are named and never described.
 *
 * @param words what the file says, each a text or the name of a setting behind a dollar sign
 * @param body what a login sends
 */
public record Auth(Kind kind, Map<String, String> words, Doc body) {
    static final Auth NONE = new Auth(Kind.NONE, Map.of(), Doc.empty());

    private static final String ACCESS = "access";
    private static final String SECRET = "secret";
    private static final String TOKEN = "token";
    private static final String SERVICE = "service";
    private static final String REGION = "region";
    private static final String NAME = "name";
    private static final String VALUE = "value";
    private static final String PREFIX = "prefix";
    private static final String AUTHORIZATION = "authorization";
    private static final String BODY = "body";

    /** The path of a login. */
    static final String POST = "post";

    /** The signers that files may name, each with the words that it needs, and those that it takes. */
    public enum Kind {
        NONE("", ""),
        HEADER("name value", "prefix"),
        QUERY("name value", ""),
        BASIC("user password", ""),
        BEARER("token", ""),
        /** Asks for a token with a name and a password, and sends it with every call. */
        LOGIN("post token", "name prefix body"),
        /** Asks for a token with the credentials of a client (RFC 6749, 4.4). */
        OAUTH2("post client secret", "scope"),
        /** Asks for a token of a project, or of a domain, as OpenStack gives them. */
        KEYSTONE("user password", "at post domain project projectId"),
        SIGV4("access secret", "token service region"),
        JDCLOUD2("access secret", "token region"),
        ACS3("access secret", "token"),
        TC3("access secret", "token service"),
        SDK_HMAC_SHA256("access secret", "token");

        private final String needed;
        private final String optional;

        Kind(String needed, String optional) {
            this.needed = needed;
            this.optional = optional;
        }

        private List<String> needed() {
            return words(needed);
        }

        private Set<String> all() {
            Set<String> all = new TreeSet<>(needed());
            all.addAll(words(optional));
            all.add("kind");
            return all;
        }

        /** The words of all of them. */
        private static Set<String> words() {
            return Stream.of(values()).flatMap(kind -> kind.all().stream()).collect(Collectors.toSet());
        }

        private static List<String> words(String text) {
            return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
        }
    }

    public Auth {
        words = Map.copyOf(words);
    }

    /**
     * @param settings the settings that the service file asks for
     * @param names what may stand in braces where a token is of a region: settings, the region, the names of a place
     */
    static Auth read(YamlNode node, Set<String> settings, Set<String> names) {
        node.fields(Kind.words());
        Kind kind = Words.oneOf(node.field("kind"), Kind.class);
        Map<String, String> words = new TreeMap<>();
        node.fields(kind.all()).forEach((word, value) -> {
            if (!word.equals("kind") && !word.equals(BODY)) {
                Template.requireSetting(value, settings);
                requireNoSecret(kind, word, value);
                if (word.equals(POST) && Template.setting(value.text()).isEmpty()) {
                    CallReader.path(value);
                }
                if (word.equals(NAME) && kind != Kind.QUERY) {
                    Slot.requireHeader(value, value.filled());
                }
                // A prefix ends with a space.
                words.put(word, word.equals(PREFIX) ? value.text() : value.filled());
            }
        });
        kind.needed().forEach(node::field);
        if (kind == Kind.KEYSTONE) {
            node.fields().values().forEach(value -> ServiceReader.template(value, names));
            Keystone.requireOneProject(node);
        }
        node.optional(BODY).ifPresent(it -> requireNoSecret(kind, BODY, it));
        Object body = node.optional(BODY).<Object>map(YamlShape::field).orElse(Doc.empty());
        return new Auth(kind, words, body instanceof Doc doc ? doc : Doc.empty());
    }

    /** Files are handed on and kept, with snapshots too: no secret stands in one. */
    private static void requireNoSecret(Kind kind, String word, YamlNode value) {
        if (value.isMap()) {
            value.fields().forEach((name, below) -> requireNoSecret(kind, name, below));
        } else if (value.isList()) {
            value.items().forEach(below -> requireNoSecret(kind, word, below));
        } else if (isSecret(kind, word, value.text())
                && Template.setting(value.text()).isEmpty()) {
            throw value.error(Text.of(
                    "a secret stands in no file; name the setting that holds it, as {0}: ${0}.",
                    "文件中不可写入机密；请写明保存它的设置，如 {0}: ${0}。", word));
        }
    }

    /** The token of a login is where its answer says it. */
    private static boolean isSecret(Kind kind, String word, String value) {
        return switch (word) {
            case SECRET, VALUE, Keystone.PASSWORD -> true;
            case TOKEN -> kind != Kind.LOGIN;
            case NAME, PREFIX -> false;
            default -> !value.equals(Secrets.mask(word, value));
        };
    }

    /** Whether a token must be asked for before anything else. */
    boolean isSession() {
        return kind == Kind.LOGIN || kind == Kind.OAUTH2 || kind == Kind.KEYSTONE;
    }

    /**
     * The same for one region: what stands in braces is filled in.
     *
     * @param named what a name comes to
     */
    Auth in(UnaryOperator<String> named) {
        if (kind != Kind.KEYSTONE) {
            return this;
        }
        Map<String, String> filled = new TreeMap<>();
        words.forEach((word, text) ->
                filled.put(word, Template.setting(text).isPresent() ? text : new Template(text).filled(named)));
        return new Auth(kind, filled, body);
    }

    /** Whether each region has a token of its own. */
    boolean isRegional(Set<String> namesOfRegions) {
        return isSession()
                && words.values().stream()
                        .flatMap(text -> new Template(text).names().stream())
                        .anyMatch(namesOfRegions::contains);
    }

    /** What a word comes to; empty where neither the file nor the settings say it. */
    String value(String word, Map<String, String> settings) {
        String text = words.getOrDefault(word, "");
        return Template.setting(text)
                .map(name -> settings.getOrDefault(name, ""))
                .orElse(text);
    }

    /** Signs with what the settings hold. */
    public Signers signers(Map<String, String> given) {
        Map<String, String> settings = new HashMap<>(given);
        return switch (kind) {
            case NONE, LOGIN, OAUTH2, KEYSTONE -> (service, region) -> (request, time) -> request;
            case HEADER -> always(header(value(NAME, settings), value(PREFIX, settings) + value(VALUE, settings)));
            case QUERY -> always(query(value(NAME, settings), value(VALUE, settings)));
            case BASIC -> always(header(AUTHORIZATION, "Basic " + basic(settings)));
            case BEARER -> always(header(AUTHORIZATION, "Bearer " + value(TOKEN, settings)));
            case SIGV4 ->
                (service, region) ->
                        new Sigv4Signer(key(settings), or(REGION, settings, region), or(SERVICE, settings, service));
            case JDCLOUD2 ->
                (service, region) -> new Jdcloud2Signer(
                        key(settings), region.isEmpty() ? value(REGION, settings) : region, service, Auth::once);
            case TC3 -> (service, region) -> new Tc3Signer(key(settings), or(SERVICE, settings, service));
            case ACS3 -> always(new Acs3Signer(key(settings), Auth::once));
            case SDK_HMAC_SHA256 -> always(new SdkHmacSigner(key(settings)));
        };
    }

    /** What the file says, or else what the call does. */
    private String or(String word, Map<String, String> settings, String ofCall) {
        String said = value(word, settings);
        return said.isEmpty() ? ofCall : said;
    }

    private static Signers always(Signer signer) {
        return (service, region) -> signer;
    }

    static Signer header(String name, String value) {
        return (request, time) -> request.with(name.toLowerCase(Locale.ROOT), value);
    }

    private static Signer query(String name, String value) {
        return (request, time) -> {
            Map<String, String> more = new TreeMap<>(request.query());
            more.put(name, value);
            return new Request(
                    request.method(), request.endpoint(), request.path(), more, request.headers(), request.body());
        };
    }

    private String basic(Map<String, String> settings) {
        String both = value("user", settings) + ":" + value("password", settings);
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private AccessKey key(Map<String, String> settings) {
        return new AccessKey(
                value(ACCESS, settings),
                value(SECRET, settings),
                Optional.of(value(TOKEN, settings)).filter(token -> !token.isEmpty()));
    }

    private static String once() {
        return UUID.randomUUID().toString();
    }
}
