package io.nephoscope.http.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.nephoscope.expression.Library;
import io.nephoscope.http.Reply;
import io.nephoscope.http.Request;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.types.Expressions;
import io.nephoscope.types.TypeFiles;
import io.nephoscope.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A console that nobody wrote Java for: a service file and a file for each type. */
class RestDialectTest {
    private static final String SERVICE = """
            service: wallgate
            title: Wallgate WAF console
            settings:
              url: {ask: Address of the console}
              token: {ask: API token of a user that may only read, secret: true}
            url: "{url}/api/v2"
            auth: {kind: bearer, token: $token}
            account: {call: self, id: serial, name: name}
            regions: none
            envelope: {result: data, failed: code != 0}
            errors: {code: code, message: msg, denied: ["20003"], throttled: ["20029"], unsubscribed: ["20040"]}
            times: {zone: "+08:00", forms: ["yyyy-MM-dd HH:mm:ss", seconds]}
            tags: {in: tags, key: k, value: v, untold: no call tells the tags}
            gone: [deleting, deleted]
            calls:
              self: {get: /system/self}
              sites:
                post: /sites/search
                body: {enabled: all}
                read: a search, see the manual 4.2; the user of the token has the role Auditor
                permission: role Auditor
                items: list
                paging: {page: body.pageNo, size: {body.pageSize: 50}, total: total}
              policy: {get: "/sites/{siteId}/policy", absent: ["20004"]}
              rules: {get: "/sites/{siteId}/rules", items: rules, paging: none}
              groups: {get: /groups, items: list, paging: none}
            """;
    private static final String SITE = """
            type: wallgate.site
            title: Site behind the WAF
            kind: web.entry
            list: {call: sites}
            id: siteId
            name: hostnames[0]
            gone: state
            schema:
              string: siteId mode state hostnames[] origins[].ip
              bool: enabled
              time: made certificate.expires
              any: tags[]
              secret: certificate.privateKey
            details:
              policy:
                call: policy
                by: {siteId: siteId}
                when: enabled
                schema: {string: ruleSet action, bool: botDefence}
              groups: {call: groups, id: group, join: {site: siteId}, schema: {string: group site}}
            facets:
              enforcing: {own: bool, is: enabled && mode == 'block'}
            """;
    private static final String RULE = """
            type: wallgate.rule
            title: Rule of a site
            kind: web.entry
            list: {call: rules, each: {parent: wallgate.site, as: {siteId: siteId}}}
            id: siteId + '/' + name
            schema: {string: name}
            """;
    private static final String SITES = """
            {"code":0,"data":{"total":2,"list":[
              {"siteId":"s-1","mode":"block","enabled":true,"hostnames":["a.example"],"made":"2026-03-01 09:30:00",
               "certificate":{"expires":1767225600,"privateKey":"k"},"tags":[{"k":"team","v":"lake"}]},
              {"siteId":"s-2","mode":"block","enabled":false,"state":"Deleting","hostnames":[]}]}}""";

    private final Replies console =
            new Replies(SERVICE, Map.of("url", "https://waf.example:8443", "token", "tok-en-1"));

    @AfterEach
    void close() {
        console.close();
    }

    private List<AssetType> types(String... files) {
        List<YamlFile> all = new ArrayList<>();
        for (String file : files) {
            all.add(new YamlFile("types/" + all.size() + ".yaml", file));
        }
        return TypeFiles.read(all, new RestDialect(console.service), Library.NONE, Expressions.COMPILED);
    }

    private static Doc at(List<Doc> all, int index) {
        return all.get(index);
    }

    private List<Doc> list(AssetType type) {
        List<Doc> all = new ArrayList<>();
        Outcome<Integer> whole = type.listing().walk().list(console.site(), all::add);
        assertThat(whole).isEqualTo(Outcome.value(all.size()));
        return all;
    }

    @Test
    void aTypeIsListedAndItsTimesAndTagsAreRead() {
        console.bodies(SITES);
        AssetType site = types(SITE).get(0);
        List<Doc> sites = list(site);

        assertThat(console.asked)
                .extracting(Request::toString, Request::body)
                .containsExactly(tuple(
                        "POST https://waf.example:8443/api/v2/sites/search",
                        "{\"enabled\":\"all\",\"pageNo\":1,\"pageSize\":50}"));
        assertThat(site.identity().nativeId().apply(at(sites, 0))).isEqualTo("s-1");
        assertThat(site.nameOf(at(sites, 0))).isEqualTo("a.example");
        assertThat(at(sites, 0).text("made")).isEqualTo("2026-03-01T01:30:00Z");
        assertThat(at(sites, 0).doc("certificate").text("expires")).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(site.redacted()).containsExactly("certificate.privateKey");
        assertThat(site.tagsOf(at(sites, 0))).isEqualTo(Doc.of("team", "lake"));
        assertThat(site.facetsOf(at(sites, 0)).get("enforcing")).isEqualTo(true);
        assertThat(site.facetsOf(at(sites, 1)).get("enforcing"))
                .as("it is going")
                .isEqualTo(Absent.ABSENT);
        assertThat(site.listing().operations())
                .extracting(Operation::permission)
                .containsExactly("role Auditor");
    }

    @Test
    void whereTheListingHasNoTagsNobodyKnowsThemAndTheServiceFileSaysWhy() {
        AssetType rule = types(SITE, RULE).get(1);
        assertThat(rule.tagsOf(Doc.empty()))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.causes())
                                .extracting(cause -> cause.message().en())
                                .containsExactly("no call tells the tags"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"code\":0,\"data\":{\"ruleSet\":\"x\"}} | value {ruleSet: x}",
                "200 | {\"code\":20004} | absent",
                "200 | {\"code\":20003,\"msg\":\"no\"} | denied 20003: no",
                "200 | {\"code\":20040} | failed 20040"
            })
    void aDetailIsAskedForAnAssetByItsId(int status, String body, String ending) {
        console.answer(request -> new Reply(status, Map.of(), body));
        Detail policy = types(SITE).get(0).detail("policy").orElseThrow();
        Doc asset = Doc.of("siteId", "s 1", "enabled", true);
        assertThat(Replies.words(policy.fetch().fetch(console.site(), asset))).isEqualTo(ending);
        assertThat(console.asked)
                .extracting(Request::toString)
                .containsExactly("GET https://waf.example:8443/api/v2/sites/s%201/policy");
        assertThat(Replies.words(policy.fetch().fetch(console.site(), asset.with("enabled", false))))
                .isEqualTo("absent");
        assertThat(console.asked).hasSize(1);
    }

    @Test
    void aServiceThatIsNotLicensedHasNoAssets() {
        console.bodies("{\"code\":20040}");
        Outcome<Integer> whole = types(SITE).get(0).listing().walk().list(console.site(), never -> {});
        assertThat(whole.cause("", "").outcome()).isEqualTo(Status.UNSUPPORTED);
    }

    @Test
    void anAssetIsListedForEachOfAnotherTypeAndOneThatRefusesCostsItsOwn() {
        console.answer(request -> {
            if (request.path().endsWith("/search")) {
                return Replies.ok(SITES);
            }
            return request.path().contains("s-1")
                    ? Replies.ok("{\"code\":20003}")
                    : Replies.ok("{\"code\":0,\"data\":{\"rules\":[{\"name\":\"r\"}]}}");
        });
        AssetType rule = types(RULE, SITE).get(0);
        List<Doc> all = new ArrayList<>();
        Outcome<Integer> whole = rule.listing().walk().list(console.site(), all::add);
        assertThat(whole.cause("", "").outcome()).isEqualTo(Status.DENIED);
        assertThat(all).containsExactly(Doc.of("name", "r", "siteId", "s-2"));
        assertThat(rule.identity().nativeId().apply(at(all, 0))).isEqualTo("s-2/r");
    }

    @Test
    void whatAssetsShareIsAskedOnceAndEachGetsItsOwn() {
        console.bodies(
                "{\"code\":0,\"data\":{\"list\":[{\"group\":\"g\",\"site\":\"s-1\"},{\"group\":\"h\",\"site\":\"s-2\"}]}}");
        Detail groups = types(SITE).get(0).detail("groups").orElseThrow();
        var site = console.site();
        for (String id : List.of("s-1", "s-2")) {
            assertThat(groups.fetch().fetch(site, Doc.of("siteId", id)).toField())
                    .isInstanceOfSatisfying(
                            DocList.class,
                            list -> assertThat(list.docs())
                                    .extracting(it -> it.text("site"))
                                    .containsExactly(id));
        }
        assertThat(console.asked).hasSize(1);
    }

    @Test
    void aParentThatNobodyListsIsNamed() {
        assertThatThrownBy(() -> types(RULE))
                .hasMessageContaining("field list.each.parent: no call of this source lists wallgate.site");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "call: sites | call: stes | field list.call: the service file has no call stes (did you mean sites?)",
                "by: {siteId: siteId} | by: {sietId: siteId} | field details.policy.call: wallgate:policy needs siteId (did you mean sietId?)",
                "by: {siteId: siteId} | by: {siteId: sietId} | field details.policy.by.siteId: no listing and no detail fills sietId",
                "join: {site: siteId} | joins: {site: siteId} | field details.groups.joins: there is no such field (did you mean join?)",
                "when: enabled | when: enbaled | field details.policy.when"
            })
    void aSlipInATypeIsOneLineThatNamesThePlace(String from, String to, String message) {
        assertThatThrownBy(() -> types(SITE.replace(from, to)))
                .hasMessageStartingWith("types/0.yaml, line ")
                .hasMessageContaining(message);
    }

    @Test
    void aParentThatHasNoneHidesNoRefusalOfAnother() {
        AssetType rule = types(SITE, RULE.replace("call: rules,", "call: rules, absent: [\"20005\"],")).stream()
                .filter(it -> it.name().equals("wallgate.rule"))
                .findFirst()
                .orElseThrow();
        console.answer(request -> request.path().contains("s-1")
                ? Replies.ok("{\"code\":20005}")
                : request.path().contains("s-2") ? Replies.ok("{\"code\":20003}") : Replies.ok(SITES));
        assertThat(Replies.words(rule.listing().walk().list(console.site(), it -> {})))
                .isEqualTo("denied 20003");
    }

    @Test
    void aListingMayAskItsOwnQuestionsAndNoneSetsAHeaderThatSaysHowItIsSent() {
        String asked = RULE.replace("{parent: wallgate.site, as: {siteId: siteId}}", "[{siteId: s-1}, {siteId: s-2}]")
                .replace("id: siteId + '/' + name", "id: name");
        console.bodies("{\"code\":0,\"data\":{\"rules\":[{\"name\":\"r\"}]}}");
        types(asked).get(0).listing().walk().list(console.site(), it -> {});
        assertThat(console.asked).hasSize(2);
        assertThatThrownBy(() -> types(asked.replace("{siteId: s-2}", "{header.Host: s-2}")))
                .hasMessageContaining("a file may not set the header Host");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"a.example\"] | false",
                "[\"b.example\", 7] | true",
                "[{\"name\": \"b.example\"}] | hostnames[] is an object and not a string",
                "[7] | hostnames[] is an int and not a string",
                "[[\"b.example\"]] | hostnames[] is a list and not a string",
                "[null] | hostnames[]"
            })
    void whatIsNoTextInAListOfTextsLeavesOpenWhatIsInIt(String hostnames, String open) {
        AssetType site = types(SITE + "  open: {own: bool, is: \"'b.example' in hostnames\"}\n")
                .get(0);
        console.bodies(
                "{\"code\":0,\"data\":{\"total\":1,\"list\":[{\"siteId\":\"s-1\",\"hostnames\":" + hostnames + "}]}}");

        Object field = site.facet("open").orElseThrow().of(at(list(site), 0));
        assertThat(
                        field instanceof Unknown unknown
                                ? unknown.causes().get(0).message().en()
                                : field.toString())
                .contains(open);
    }
}
