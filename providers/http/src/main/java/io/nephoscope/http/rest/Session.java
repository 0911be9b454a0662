package io.nephoscope.http.rest;

import io.nephoscope.http.Percent;
import io.nephoscope.http.Refused;
import io.nephoscope.http.Reply;
import io.nephoscope.http.Request;
import io.nephoscope.http.Signer;
import io.nephoscope.http.Transport;
import io.nephoscope.http.UnusableAnswer;
import io.nephoscope.inventory.Secrets;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A token that is asked for once, and once more where it is refused: by a login, or with the credentials of a client. */
final class Session {
    private static final String OF_OAUTH2 = "access_token";
    private static final String HEADER = "header.";
    private static final int UNAUTHORIZED = 401;
    /** With these a token comes; the second says that one was made. */
    private static final Set<Integer> GIVEN = Set.of(200, 201);
    /** With any of these a login says that it does not accept the credentials, which no grant mends. */
    private static final Set<Integer> REFUSED = Set.of(400, UNAUTHORIZED, 403);

    private final Auth auth;
    private final Map<String, String> settings;
    private final Transport transport;
    private final URI endpoint;
    private Optional<Signer> signer = Optional.empty();

    Session(Auth auth, Map<String, String> settings, Transport transport, URI endpoint) {
        this.auth = auth;
        this.settings = Map.copyOf(settings);
        this.transport = transport;
        this.endpoint = endpoint;
    }

    /**
     * Signs with the token; asks for one where there is none.
     *
     * @throws Refused where it is not given
     */
    synchronized Signer signer() throws IOException, InterruptedException {
        if (signer.isEmpty()) {
            signer = Optional.of(logIn());
        }
        return signer.get();
    }

    /** The token with which somebody was refused holds no more; one that was asked for meanwhile does. */
    synchronized void end(Signer refused) {
        signer = signer.filter(it -> it != refused);
    }

    private Signer logIn() throws IOException, InterruptedException {
        boolean isOauth = auth.kind() == Auth.Kind.OAUTH2;
        Request request = Request.readByPost(endpoint, path(), Map.of(), isOauth ? form() : json())
                .with("content-type", isOauth ? "application/x-www-form-urlencoded" : "application/json");
        Reply reply = transport.send(request);
        if (!GIVEN.contains(reply.status())) {
            throw new Refused(
                    REFUSED.contains(reply.status()) ? UNAUTHORIZED : reply.status(),
                    "LoginRefused",
                    Text.of("the login was refused with HTTP {0}", "登录被拒绝（HTTP {0}）", reply.status()),
                    reply.retryAfter());
        }
        String token = token(reply);
        if (token.isEmpty()) {
            throw new UnusableAnswer(Text.of("the answer to the login holds no token", "登录应答中没有令牌"));
        }
        Secrets.know(token);
        String name = auth.kind() == Auth.Kind.KEYSTONE ? Keystone.SENT : auth.value("name", settings);
        return name.isEmpty()
                ? Auth.header("authorization", "Bearer " + token)
                : Auth.header(name, auth.value("prefix", settings) + token);
    }

    private String path() {
        String said = auth.value(Auth.POST, settings);
        if (!said.isEmpty() && !said.startsWith("/")) {
            throw new UnusableAnswer(
                    Text.of("not sent, since the path of the login does not begin with a slash", "未发送：登录路径须以斜杠开头"));
        }
        return said.isEmpty() ? Keystone.PATH : said;
    }

    /** What the answer says the token is, in a header or at a path; empty where it does not say it. */
    private String token(Reply reply) {
        String place = switch (auth.kind()) {
            case OAUTH2 -> OF_OAUTH2;
            case KEYSTONE -> Keystone.SAID;
            default -> auth.value("token", settings);
        };
        return place.startsWith(HEADER)
                ? reply.header(place.substring(HEADER.length()).toLowerCase(Locale.ROOT))
                        .orElse("")
                : Errors.word(Paths.get(parsed(reply), place));
    }

    private static Object parsed(Reply reply) {
        try {
            return DocJson.parse(reply.text());
        } catch (IOException e) {
            UnusableAnswer none = new UnusableAnswer(Text.of("the answer to the login is no JSON", "登录应答不是 JSON"));
            none.initCause(e);
            throw none;
        }
    }

    private String json() {
        return Requests.json(
                auth.kind() == Auth.Kind.KEYSTONE
                        ? Keystone.body(word -> auth.value(word, settings))
                        : Requests.filled(auth.body(), name -> "", settings));
    }

    private String form() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_id", auth.value("client", settings));
        fields.put("client_secret", auth.value("secret", settings));
        Optional.of(auth.value("scope", settings)).filter(it -> !it.isEmpty()).ifPresent(it -> fields.put("scope", it));
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + Percent.encode(it.getValue()))
                .collect(Collectors.joining("&"));
    }
}
