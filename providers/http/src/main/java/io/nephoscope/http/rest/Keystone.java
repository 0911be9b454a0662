package io.nephoscope.http.rest;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.util.function.UnaryOperator;

/**
 * How OpenStack's identity service, and those that are built like it, give a token: for a user of a domain by a password, and of a
 * project or of that domain (Identity API v3, {@code POST /v3/auth/tokens}).
 */
final class Keystone {
    static final String USER = "user";
    static final String PASSWORD = "password";
    static final String DOMAIN = "domain";
    static final String PROJECT = "project";
    static final String PROJECT_ID = "projectId";
    static final String PATH = "/v3/auth/tokens";
    /** Where the answer says the token, and under what name every other request does. */
    static final String SAID = "header.X-Subject-Token";

    static final String SENT = "X-Auth-Token";

    private static final String DEFAULT_DOMAIN = "Default";
    private static final String NAME = "name";

    private Keystone() {}

    /** @throws io.nephoscope.yaml.YamlException where a file asks for a token of two projects */
    static void requireOneProject(YamlNode auth) {
        if (auth.optional(PROJECT).isPresent()) {
            auth.optional(PROJECT_ID).ifPresent(it -> {
                throw it.error(Text.of(
                        "a token is of one project; keep its name (project) or its id (projectId).",
                        "令牌只属于一个项目；请保留名称（project）或 ID（projectId）之一。"));
            });
        }
    }

    /** @param value what a word of the file comes to; empty where the file does not say it */
    static Doc body(UnaryOperator<String> value) {
        String domain = value.apply(DOMAIN);
        Doc ofDomain = Doc.of(NAME, domain.isEmpty() ? DEFAULT_DOMAIN : domain);
        Doc user = Doc.of(NAME, value.apply(USER), DOMAIN, ofDomain, PASSWORD, value.apply(PASSWORD));
        Doc identity = Doc.of("methods", DocList.of(PASSWORD), PASSWORD, Doc.of(USER, user));
        return Doc.of("auth", Doc.of("identity", identity, "scope", scope(value, ofDomain)));
    }

    /** The name of a project tells it apart within its domain only. */
    private static Doc scope(UnaryOperator<String> value, Doc ofDomain) {
        String id = value.apply(PROJECT_ID);
        String name = value.apply(PROJECT);
        if (!id.isEmpty()) {
            return Doc.of(PROJECT, Doc.of("id", id));
        }
        return name.isEmpty() ? Doc.of(DOMAIN, ofDomain) : Doc.of(PROJECT, Doc.of(NAME, name, DOMAIN, ofDomain));
    }
}
