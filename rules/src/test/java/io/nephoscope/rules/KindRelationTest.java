package io.nephoscope.rules;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.listOf;
import static io.nephoscope.inventory.Schema.struct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.collect.Demand;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.AssetTypeBuilder;
import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Relation.By;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules on a kind that ask what its assets are related to: which product guards them, on whatever cloud. */
class KindRelationTest {
    private static final AssetType ENTRY =
            type("toy.web.entry", Kinds.WEB_ENTRY).facet("domains", "Domains").build();
    private static final AssetType PLAIN =
            type("toy.web.plain", Kinds.WEB_ENTRY).build();
    private static final AssetType SITE = type("toy.waf.site", Kinds.WAF)
            .relation(new Relation(
                    "entries",
                    "toy.web.entry",
                    List.of("Domains"),
                    true,
                    site -> site.get("Domains"),
                    By.DOMAIN,
                    Optional.of("wafSites"),
                    List.of()))
            .build();
    private static final AssetType SHIELD = type("toy.waf.shield", Kinds.WAF)
            .relation(new Relation(
                    "guarded",
                    Relation.ANYTHING,
                    List.of("Domains"),
                    true,
                    shield -> shield.get("Domains"),
                    By.SELECTOR,
                    Optional.of("waf"),
                    List.of()))
            .build();
    private static final Types GUARDED = Types.of(List.of(ENTRY, PLAIN, SITE, SHIELD));
    private static final Types TYPES = Types.of(List.of(ENTRY, PLAIN, SITE));

    @TempDir
    Path folder;

    private static AssetTypeBuilder type(String name, Kind kind) {
        Operation list = Operation.of("toy", "ListAll", "toy:ListAll");
        return AssetType.named(name, name, kind)
                .list(new Listing(
                        struct(name, "Id", STRING, "Domains", listOf(STRING), "FirewallId", STRING, "Enforcing", BOOL),
                        List.of(list),
                        (site, each) -> Outcome.value(0)))
                .nativeId("Id")
                .neverTagged();
    }

    private RuleSource rule(String pass, String examples) throws IOException {
        return rule(TYPES, "web.entry", pass, examples);
    }

    private RuleSource rule(Types types, String applies, String pass, String examples) throws IOException {
        write(applies, pass, examples);
        return RuleSource.in(folder, types).get(0);
    }

    private void write(String applies, String pass, String examples) throws IOException {
        Files.writeString(folder.resolve("entry-behind-waf.yaml"), """
                id: entry-behind-waf
                applies: %s
                severity: high
                title: {en: Web entries are behind a WAF, zh: Web 入口有 WAF 防护}
                why: {en: Attacks reach it unfiltered., zh: 攻击流量未经过滤。}
                failed: {en: No WAF knows it., zh: 没有 WAF 防护它。}
                pass: %s
                remediation:
                  any:
                    console: {en: Add the domain to the WAF., zh: 在 WAF 中添加该域名。}
                    cli: waf add
                    terraform: none
                references: [{name: manual, url: "https://example.org/"}]
                examples:
                %s
                """.formatted(applies, pass, examples));
    }

    @Test
    void aRuleOnAKindFollowsALinkBack() throws IOException {
        RuleSource rule = rule("related.wafSites.exists(site, site.name != '')", """
                  - {name: guarded, verdict: PASS, type: toy.web.entry, attributes: {Id: e}, related: {wafSites: [{attributes: {Id: s}}]}}
                  - {name: bare, verdict: FAIL, type: toy.web.entry, attributes: {Id: e}}
                  - {name: of a type that has no domains, verdict: UNKNOWN, type: toy.web.plain, attributes: {Id: p}, missing: ["relation:wafSites"]}
                """);

        assertThat(new RuleExamples(TYPES).check(rule))
                .extracting(YamlException::getMessage)
                .isEmpty();
    }

    /** Two clouds, each of which puts its web entries behind a firewall of its own. */
    @Test
    void aRuleOnAKindFollowsLinksThatLeadToAnotherTypeOnEachCloud() throws IOException {
        Types clouds = Types.of(List.of(firewall("east"), entry("east"), firewall("west"), entry("west")));
        write("web.entry", "related.wafPolicy.exists(it, it.facets.enforcing)", """
                  - {name: guarded, verdict: PASS, type: east.entry, attributes: {Id: e}, related: {wafPolicy: [{attributes: {Enforcing: true}}]}}
                  - {name: watched, verdict: FAIL, type: west.entry, attributes: {Id: e}, related: {wafPolicy: [{attributes: {Enforcing: false}}]}}
                  - {name: unread, verdict: UNKNOWN, type: west.entry, attributes: {Id: e}, related: {wafPolicy: [{attributes: {Id: f}, unknown: [attributes.Enforcing]}]}, missing: ["toy:ListAll"]}
                """);

        RuleSource rule = RuleSource.in(folder, clouds).get(0);

        assertThat(new RuleExamples(clouds).check(rule))
                .extracting(YamlException::getMessage)
                .isEmpty();
    }

    private static AssetType firewall(String cloud) {
        return type(cloud + ".firewall", Kinds.WAF)
                .facet("enforcing", "Enforcing")
                .build();
    }

    private static AssetType entry(String cloud) {
        return type(cloud + ".entry", Kinds.WEB_ENTRY)
                .relation("wafPolicy", cloud + ".firewall", "FirewallId")
                .build();
    }

    @Test
    void whatTheRuleNeedsIsAskedForAtBothEnds() throws IOException {
        Rule rule = rule("related.wafSites.exists(site, site.name != '')", "").rule();
        Demand demand = new Demand(TYPES);
        rule.reads().forEach(path -> demand.read(TYPES.named("toy.web.entry").orElseThrow(), path));

        assertThat(demand.types()).extracting(AssetType::name).containsExactly("toy.waf.site", "toy.web.entry");
        assertThat(demand.asked().get("toy.web.entry")).containsExactly("facets.domains");
    }

    @Test
    void aMisspeltRelationIsSaidWithTheOneThatIsMeant() {
        assertThatThrownBy(() -> rule("related.wafSite.exists(site, true)", ""))
                .hasMessageContaining("related has no field wafSite")
                .hasMessageContaining("wafSites");
    }

    @Test
    void aRuleOnAKindAsksWhichProductsGuardItsAssetsWhateverTheirType() throws IOException {
        RuleSource rule = rule(GUARDED, "web.entry", "size(related.waf) > 0", """
                  - {name: guarded, verdict: PASS, type: toy.web.plain, attributes: {Id: e}, related: {waf: [{type: toy.waf.shield, attributes: {Id: s}}]}}
                  - {name: bare, verdict: FAIL, type: toy.web.entry, attributes: {Id: e}}
                  - {name: not seen, verdict: UNKNOWN, type: toy.web.plain, attributes: {Id: p}, related: {waf: [unknown]}}
                """);

        assertThat(new RuleExamples(GUARDED).check(rule))
                .extracting(YamlException::getMessage)
                .isEmpty();
    }

    /** Also those that cannot say whom they guard: that there is none of them is what makes nobody of nobody. */
    @Test
    void everyTypeOfSuchProductsIsListedAndWhatSelectorsNameIsRead() throws IOException {
        Rule rule = rule(GUARDED, "web.entry", "size(related.waf) > 0", "").rule();
        Demand demand = new Demand(GUARDED);
        rule.reads().forEach(path -> demand.read(GUARDED.named("toy.web.entry").orElseThrow(), path));

        assertThat(demand.types())
                .extracting(AssetType::name)
                .containsExactly("toy.waf.shield", "toy.waf.site", "toy.web.entry");
        assertThat(demand.asked().get("toy.web.entry")).containsExactly("facets.domains");
    }

    @Test
    void ofWhateverIsGuardedARuleKnowsWhatEveryAssetHas() throws IOException {
        rule(GUARDED, "toy.waf.shield", "related.guarded.all(it, it.facets.owner != '' && it.tags.Env == 'prod')", "");

        assertThatThrownBy(() -> rule(GUARDED, "toy.waf.shield", "related.guarded.all(it, it.facets.public)", ""))
                .hasMessageContaining("has no field public");
    }

    @Test
    void whoAnswersForAnAssetIsAskedOfAnyKind() throws IOException {
        assertThat(rule(GUARDED, "web.entry", "facets.owner != ''", "").rule().reads())
                .contains("facets.owner");
    }

    @Test
    void whatAProductProtectsIsWhatItsRelationSaysAndUnknownWhereItHasNone() {
        Doc attributes = Doc.of("Domains", DocList.of("domain:shop.example"));

        assertThat(SHIELD.facetsOf(attributes).get("protects")).isEqualTo(DocList.of("domain:shop.example"));
        assertThat(SITE.facetsOf(attributes).get("protects"))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.causes().get(0).message().en())
                                .isEqualTo("toy.waf.site has no way to tell whom it guards"));
    }
}
