package io.nephoscope.http.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.yaml.YamlException;
import io.nephoscope.yaml.YamlNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service file may say, and that a slip in any of its parts is one line which names the word that was meant. */
class ServiceTest {
    private static final String WHOLE = """
            service: hill
            title: Hill console
            settings:
              url: {ask: Address of the console, example: "https://hill.example"}
              token: {ask: API token, secret: true}
              project: {ask: Project}
            url: "{url}/api/v2"
            auth: {kind: bearer, token: $token}
            regions: [north, south]
            place: {project: $project}
            headers: {X-Project: "{project}", X-Action: "{action}"}
            account: {call: self, id: serial, name: name}
            envelope: {result: data, failed: code != 0}
            errors: {code: code, message: msg, denied: [401, "20003"], transient: [5xx]}
            times: {zone: "+08:00", forms: [iso, "yyyy-MM-dd HH:mm:ss"]}
            limits: {rate: 2/s, parallel: 1, wait: X-Wait}
            paging: {page: query.pageNo, size: {query.pageSize: 50}, total: total}
            permission: "{call}"
            calls:
              self: {get: /system/self}
              sites: {post: /sites/search, body: {mode: all}, read: a search, items: list}
              things: {get: "/{project}/things", items: list, paging: none, narrows: {kind: {default: plain, ask: [all]}}}
            """;

    private static Service read(String file) {
        return Service.read(YamlNode.parse("hill.yaml", file));
    }

    @Test
    void aCallSaysHowItIsSentWhatItNeedsAndWhyItReads() {
        Service service = read(WHOLE);
        assertThat(service.call("sites").request()).isEqualTo("POST /sites/search");
        assertThat(service.call("sites").read()).isEqualTo("a search");
        assertThat(service.call("sites").operation().call()).isEqualTo("hill:sites");
        assertThat(service.call("sites").operation().permission()).isEqualTo("hill:sites");
        assertThat(service.settings()).extracting(Settings.Setting::isSecret).containsExactly(false, true, false);
        assertThat(service.regions()).containsExactly("north", "south");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title: Hill | titl: Hill | line 2, column 1, field titl: there is no such field (did you mean title?)",
                "ask: API token | asks: API token | field settings.token.asks: there is no such field (did you mean ask?)",
                "kind: bearer | kind: baerer | field auth.kind: baerer is not known here (did you mean bearer?)",
                "token: $token | tokn: $token | field auth.tokn: there is no such field (did you mean token?)",
                "token: $token | token: a-7f31c0 | field auth.token: a secret stands in no file; name the setting that holds it, as token: $token.",
                "token: $token | token: $tokn | field auth.token: $tokn is not known here (did you mean $token?)",
                "`{project: $project}` | `{project: $projcet}` | field place.project: $projcet is not known here (did you mean $project?)",
                "\"{url}/api | \"{ulr}/api | field url: {ulr} is not known here (did you mean {url}?)",
                "X-Action: \"{action} | X-Action: \"{acton} | field headers.X-Action: {acton} is not known here (did you mean {action}?)",
                "call: self | call: slef | field account.call: slef is not known here (did you mean self?)",
                "result: data | reslut: data | field envelope.reslut: there is no such field (did you mean result?)",
                "failed: code != 0 | failed: code !! 0 | field envelope.failed",
                "denied: | deneid: | field errors.deneid: there is no such field (did you mean denied?)",
                "[5xx] | [5xx, 401] | field errors.transient[1]: HTTP 401 has a meaning already",
                "zone: \"+08:00\" | zone: \"8 o'clock\" | field times.zone: 8 o'clock is no zone",
                "rate: 2/s | rate: fast | field limits.rate: fast is no rate",
                "parallel: 1 | paralel: 1 | field limits.paralel: there is no such field (did you mean parallel?)",
                "size: { | sise: { | field paging.sise: there is no such field (did you mean size?)",
                "get: /system/self | put: /system/self | field calls.self.put: there is no such field",
                "read: a search, | raed: a search, | field calls.sites.raed: there is no such field (did you mean read?)",
                "read: a search, | `` | field calls.sites: a post may change something",
                "items: list, paging: none | items: list, paging: nnoe | field calls.things.paging",
                "ask: [all] | asks: [all] | field calls.things.narrows.kind.asks: there is no such field (did you mean ask?)",
                "self: {get: /system/self} | self: {get: system/self} | field calls.self.get: a path begins with a slash",
                "self: {get: /system/self} | getSecretValue: {get: /x} | field calls.getSecretValue: getSecretValue hands out secrets",
                "get: /system/self | `get: /system/self, with: {header.X-HTTP-Method-Override: DELETE}` | a file may not set the header X-HTTP-Method-Override",
                "page: query.pageNo | page: header.Content-Length | field paging.page: a file may not set the header Content-Length",
                "query.pageSize: 50 | header.Host: 50 | a file may not set the header Host",
                "narrows: {kind: | `narrows: {header.Transfer-Encoding:` | a file may not set the header Transfer-Encoding",
                "{kind: bearer, token: $token} | `{kind: header, name: Host, value: $token}` | field auth.name: a file may not set the header Host",
                "permission: \"{call}\" | never: [\"hill:self\"] | field calls.self: self hands out secrets",
            })
    void aSlipIsOneLineThatNamesThePlaceAndTheWordThatWasMeant(String from, String to, String message) {
        assertThat(WHOLE).contains(from);
        assertThatThrownBy(() -> read(WHOLE.replace(from, to == null ? "" : to)))
                .isInstanceOf(YamlException.class)
                .hasMessageStartingWith("hill.yaml, line ")
                .hasMessageContaining(message)
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"401", "403", "\"HTTP 403\"", "429", "500", "5xx", "4xx", "200"})
    void neitherARefusalNorAFailureSaysThatThereIsNone(String status) {
        String message = "never says that there is none";
        String self = "get: /system/self";
        assertThatThrownBy(() -> read(WHOLE.replace(self, self + ", absent: [" + status + "]")))
                .hasMessageStartingWith("hill.yaml, line ")
                .hasMessageContaining("field calls.self.absent[0]")
                .hasMessageContaining(message);
        assertThatThrownBy(() -> read(WHOLE.replace(self, self + ", unsupported: [" + status + "]")))
                .hasMessageContaining(message);
        assertThatThrownBy(() -> read(WHOLE.replaceFirst("denied: .*]", "unsubscribed: [" + status + "]")))
                .hasMessageContaining(message);
    }

    @Test
    void aListSaysHowItEnds() {
        assertThatThrownBy(() -> read(WHOLE.replaceAll("(?m)^paging:.*\n", "")))
                .hasMessageContaining("field calls.sites: nothing says how this list ends; write paging");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{page: p} | nothing proves the last page",
                "{offset: o} | nothing proves the last page",
                "{marker: m, of: id} | nothing proves the last page",
                "{token: t} | the field next is missing",
                "{total: n} | paging is none, or has one of token, page, offset, marker and link",
                "{page: p, offset: o, total: n} | paging is none, or has one of token, page, offset, marker and link",
                "{page: p, end: short} | here can only stand empty"
            })
    void noPagingIsTakenThatCouldEndWithoutASign(String paging, String message) {
        assertThatThrownBy(() -> read(WHOLE.replaceAll("(?m)^paging:.*$", "paging: " + paging)))
                .hasMessageContaining(message);
    }
}
