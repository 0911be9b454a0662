package io.nephoscope.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.collect.Demand;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetTest {
    static final Path GOOD = Path.of("src/test/resources/toy/good");

    @TempDir
    Path folder;

    private String file(String id) {
        return folder + "/" + id + ".yaml";
    }

    private void write(String id, String yaml) throws IOException {
        Files.writeString(Files.createDirectories(folder).resolve(id + ".yaml"), yaml);
    }

    /** A rule without fault but for what is replaced. */
    private void writeGood(String id, String from, String to) throws IOException {
        String yaml = Files.readString(GOOD.resolve("box-keys-rotated.yaml")).replace("box-keys-rotated", id);
        assertThat(yaml).contains(from);
        write(id, yaml.replace(from, to));
    }

    @Test
    void rulesAreReadFromFoldersAndTheirFolders() throws IOException {
        Path below = Files.createDirectories(folder.resolve("deep/deeper"));
        Files.copy(GOOD.resolve("box-not-public.yaml"), below.resolve("box-not-public.yaml"));
        Files.copy(GOOD.resolve("box-keys-rotated.yaml"), folder.resolve("box-keys-rotated.yml"));
        Files.writeString(folder.resolve("README.md"), "not a rule");
        RuleSet rules = RuleSet.load(folder, Toy.TYPES);
        assertThat(rules.rules()).extracting(Rule::id).containsExactly("box-keys-rotated", "box-not-public");
        assertThat(rules.of(Toy.BOX)).hasSize(2);
        assertThat(rules.of(Toy.KEY)).isEmpty();
        RuleInfo info = rules.named("box-not-public").orElseThrow().info();
        assertThat(info.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(info.remediation().get("toy").terraform()).startsWith("resource \"toy_box\"");
        assertThat(info.references()).hasSize(2);
        assertThat(info.hash()).matches("[0-9a-f]{16}");
    }

    @Test
    void theHashChangesWithTheVerdictAndNotWithTheTexts() throws IOException {
        writeGood("a", "medium", "low");
        writeGood("b", "related.keys.all(key,", "related.keys.exists(key,");
        writeGood("c", "has(attributes.KeyIds)", "has(attributes.Name)");
        RuleSet rules = RuleSet.load(folder, Toy.TYPES);
        String same = RuleSet.load(GOOD, Toy.TYPES)
                .named("box-keys-rotated")
                .orElseThrow()
                .info()
                .hash();
        assertThat(rules.rules())
                .extracting(rule -> rule.info().hash().equals(same))
                .containsExactly(true, false, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "applies: toy.store.box|applies: toy.store.bax|2, column 10, field applies: no provider declares toy.store.bax (did you mean toy.store.box?); name a kind or a type of asset.",
                "severity: medium|severity: hihg|3, column 11, field severity: there is no severity hihg (did you mean high?); write one of critical, high, medium, low.",
                "severity: medium|severty: medium|3, column 1, field severty: there is no such field (did you mean severity?); known here: applies, evidence, examples, failed, id, pass, references, remediation, severity, title, when, why.",
                ", zh: 箱子的密钥会轮换||4, column 8, field title: the field zh is missing; add it.",
                "zh: 箱子的密钥会轮换|zh: ''|4, column 48, field title.zh: the text is empty; write it.",
                "zh: 箱子的密钥会轮换|cmn: 箱|4, column 44, field title.cmn: there is no such field; known here: en, zh.",
                "key.attributes.Rotated|key.attributes.Rotaded|12, column 20, field pass: related.keys[].attributes has no field Rotaded (did you mean Rotated?).",
                "attributes.CreateDate < now|attributes.CreatDate < now|13, column 17, field pass: attributes has no field CreatDate (did you mean CreateDate?).",
                "&& attributes|and attributes|13, column 3, field pass: and means nothing here; write &&.",
                "has(attributes.KeyIds)|has(attributes.KeyId)|8, column 14, field when.condition: attributes has no field KeyId (did you mean KeyIds?).",
                "evidence: [attributes.KeyIds|evidence: [attributes.KeysIds|14, column 12, field evidence[0]: attributes has no field KeysIds (did you mean KeyIds?).",
                "related.keys.attributes.Rotated]|related.key.attributes]|14, column 31, field evidence[1]: related has no field key (did you mean keys?).",
                "verdict: NOT_APPLICABLE|verdict: NOT_APPLICABEL|39, column 14, field examples[5].verdict: there is no verdict NOT_APPLICABEL (did you mean NOT_APPLICABLE?); write PASS, FAIL, UNKNOWN or NOT_APPLICABLE.",
                "unknown: [attributes.Rotated]|unknown: [attributes.Rotate]|31, column 57, field examples[3].related.keys[0].unknown[0]: toy.crypto.key.attributes has no field Rotate (did you mean Rotated?).",
            })
    void everyFaultIsSaidAtItsPlace(String from, String to, String fault) throws IOException {
        writeGood("a", from, to == null ? "" : to);
        assertThatThrownBy(() -> RuleSet.load(folder, Toy.TYPES)).hasMessageContaining(file("a") + ", line " + fault);
    }

    /** Nobody would ever see it. */
    @Test
    void aRemediationForAProviderThatThereIsNotIsAFaultAtItsPlace() throws IOException {
        writeGood("a", "examples:", "remediation: {tyo: {cli: none}, any: {cli: none}}\nexamples:");
        assertThatThrownBy(() -> RuleSet.load(folder, Toy.TYPES))
                .hasMessageContaining(file("a") + ", line 15, column 15, field remediation.tyo:"
                        + " there is no such field (did you mean toy?); known here: any, toy.");
    }

    @Test
    void allFaultsOfAllFilesAreToldAtOnce() throws IOException {
        writeGood("a", "severity: medium", "severity: hihg");
        writeGood("b", "why: {en: An old key may have been copied., zh: 旧密钥可能已被复制。}", "remediatoin: {}");
        write("c", "id: [c");
        assertThatThrownBy(() -> RuleSet.load(folder, Toy.TYPES))
                .message()
                .satisfies(message -> assertThat(message.lines())
                        .satisfiesExactly(
                                line -> assertThat(line)
                                        .startsWith(file("a") + ", line 3, column 11, field severity: "),
                                line -> assertThat(line)
                                        .startsWith(file("b") + ", line 5, column 1, field remediatoin: "),
                                line -> assertThat(line)
                                        .isEqualTo(file("b") + ", line 1, column 1: the field why is missing; add it."),
                                line -> assertThat(line).startsWith(file("c") + ", line 1, column 7: not YAML (")));
    }

    @Test
    void anIdIsTheNameOfItsFile() throws IOException {
        writeGood("a", "id: a", "id: b");
        writeGood("C", "id: C", "id: C");
        assertThatThrownBy(() -> RuleSet.load(folder, Toy.TYPES))
                .hasMessage(
                        file("C")
                                + ", line 1, column 5, field id: an id is words in small letters with dashes between them, as"
                                + " bucket-not-public.\n" + file("a")
                                + ", line 1, column 5, field id: the id and the name of the file differ; call the file b.yaml.");
    }

    @Test
    void anIdThatIsTakenIsRefused() throws IOException {
        RuleSet good = RuleSet.load(GOOD, Toy.TYPES);
        Files.copy(GOOD.resolve("box-not-public.yaml"), folder.resolve("box-not-public.yaml"));
        RuleSet more = RuleSet.load(folder, Toy.TYPES);
        assertThatThrownBy(() -> good.and(more))
                .hasMessage(file("box-not-public") + ", line 1, column 5, field id: there is a rule box-not-public in "
                        + GOOD.resolve("box-not-public.yaml") + " already; choose another id.");
        Path below = Files.createDirectories(folder.resolve("below"));
        Files.copy(GOOD.resolve("box-not-public.yaml"), below.resolve("box-not-public.yaml"));
        assertThatThrownBy(() -> RuleSet.load(folder, Toy.TYPES))
                .hasMessage(file("box-not-public") + ", line 1, column 5, field id: there is a rule box-not-public in "
                        + below + "/box-not-public.yaml already; choose another id.");
    }

    @Test
    void rulesAreChosenById() {
        RuleSet good = RuleSet.load(GOOD, Toy.TYPES);
        assertThat(good.select(List.of("box-not-public")).rules())
                .extracting(Rule::id)
                .containsExactly("box-not-public");
        assertThatThrownBy(() -> good.select(List.of("box-not-publik", "box-not-public", "moon")))
                .isInstanceOf(RuleException.class)
                .hasMessage("There is no rule box-not-publik (did you mean box-not-public?).\nThere is no rule moon.");
    }

    @Test
    void aFolderWithoutRulesIsRefused() {
        assertThatThrownBy(() -> RuleSet.load(folder, Toy.TYPES))
                .hasMessage("The folder " + folder + " holds no rules; a rule is a file ID.yaml.");
        assertThatThrownBy(() -> RuleSet.load(folder.resolve("x"), Toy.TYPES))
                .hasMessage("There is no folder " + folder.resolve("x") + "; name one that holds YAML files.");
    }

    @Test
    void onlyWhatTheRulesReadIsAskedFor() {
        RuleSet good = RuleSet.load(GOOD, Toy.TYPES);
        Demand publicOnly = good.select(List.of("box-not-public")).demand(Toy.TYPES);
        assertThat(publicOnly.types()).containsExactly(Toy.BOX);
        assertThat(publicOnly.details(Toy.BOX)).extracting(Detail::attribute).containsExactly("Policy");
        Demand keys = good.select(List.of("box-keys-rotated")).demand(Toy.TYPES);
        assertThat(keys.types()).extracting(AssetType::name).containsExactly("toy.crypto.key", "toy.store.box");
        assertThat(keys.details(Toy.BOX)).isEmpty();
        assertThat(keys.details(Toy.KEY)).extracting(Detail::attribute).containsExactly("Rotated");
    }

    @Test
    void thePackagedCatalogueLoads() {
        assertThat(RuleSet.load(Catalogue.TYPES).size()).isEqualTo(Catalogue.RULES.size());
    }
}
