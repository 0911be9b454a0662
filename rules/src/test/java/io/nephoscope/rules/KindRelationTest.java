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
        write(pass, examples);
        return RuleSource.in(folder, TYPES).get(0);
    }

    private void write(String pass, String examples) throws IOException {
        Files.writeString(folder.resolve("entry-behind-waf.yaml"), """
                id: entry-behind-waf
                applies: web.entry
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
                """.formatted(pass, examples));
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
        write("related.firewall.exists(it, it.facets.enforcing)", """
                  - {name: guarded, verdict: PASS, type: east.entry, attributes: {Id: e}, related: {firewall: [{attributes: {Enforcing: true}}]}}
                  - {name: watched, verdict: FAIL, type: west.entry, attributes: {Id: e}, related: {firewall: [{attributes: {Enforcing: false}}]}}
                  - {name: unread, verdict: UNKNOWN, type: west.entry, attributes: {Id: e}, related: {firewall: [{attributes: {Id: f}, unknown: [attributes.Enforcing]}]}, missing: ["toy:ListAll"]}
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
                .relation("firewall", cloud + ".firewall", "FirewallId")
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
}
