package io.nephoscope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of every rule of the catalogue. All faults are told at once. */
class CatalogueTest {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    /** Words of bad states, but for those that the id says no to. */
    private static final Pattern BAD_CONDITION = Pattern.compile(
            "(?<!\\b(?:denies|deny|no|not|without)-)\\b(missing|lacks|insecure|unencrypted|disabled|exposed|overly|unrestricted)\\b");

    @Test
    void everyExampleGetsItsVerdict() {
        RuleExamples examples = new RuleExamples(Catalogue.TYPES);
        assertNone(Catalogue.SOURCES.stream()
                .flatMap(rule -> examples.check(rule).stream())
                .map(YamlException::getMessage));
    }

    @Test
    void everyConditionCanBeToldPartByPart() {
        assertNone(Catalogue.RULES.stream()
                .filter(rule -> !rule.environment(Catalogue.TYPES)
                        .steps(rule.info().pass())
                        .expression()
                        .reads()
                        .equals(rule.pass().reads()))
                .map(rule -> rule + ": its parts read something else than the whole"));
    }

    @Test
    void everyTextIsInBothLanguages() {
        assertNone(Catalogue.RULES.stream()
                .flatMap(rule -> texts(rule)
                        .filter(text -> text.en().equals(text.zh())
                                || !CHINESE.matcher(text.zh()).find()
                                || CHINESE.matcher(text.en()).find())
                        .map(text -> rule + ": not in both languages: " + text)));
    }

    private static Stream<Text> texts(Rule rule) {
        RuleInfo info = rule.info();
        return Stream.of(
                        Stream.of(info.title(), info.why(), info.failed()),
                        rule.when().map(Rule.When::otherwise).stream(),
                        info.remediation().values().stream().map(Remediation::console))
                .flatMap(it -> it);
    }

    @Test
    void everySentenceEndsAndEveryTitleDoesNot() {
        List<String> faults = new ArrayList<>();
        for (Rule rule : Catalogue.RULES) {
            RuleInfo info = rule.info();
            if (info.title().en().endsWith(".") || info.title().zh().endsWith("。")) {
                faults.add(rule + ": the title ends like a sentence");
            }
            if (!info.failed().en().endsWith(".") || !info.failed().zh().endsWith("。")) {
                faults.add(rule + ": failed is no sentence");
            }
        }
        assertNone(faults.stream());
    }

    @Test
    void whatIsAskedOfManyTypesOfAProviderIsOfOneSeverity() {
        Map<String, List<Rule>> same = Catalogue.RULES.stream()
                .collect(Collectors.groupingBy(
                        rule -> provider(rule) + ": " + rule.info().pass()));
        assertNone(same.values().stream()
                .filter(rules -> rules.stream()
                                .map(rule -> rule.info().severity())
                                .distinct()
                                .count()
                        > 1)
                .map(rules -> "of several severities: " + rules));
    }

    private static String provider(Rule rule) {
        return rule.id().substring(0, rule.id().indexOf('-'));
    }

    @Test
    void everyIdStatesAGoodCondition() {
        assertNone(Catalogue.RULES.stream()
                .map(Rule::id)
                .filter(id -> BAD_CONDITION.matcher(id).find())
                .map(id -> id + ": states a bad condition"));
    }

    @Test
    void everyProviderThatARuleJudgesHasAMend() {
        List<String> faults = new ArrayList<>();
        for (Rule rule : Catalogue.RULES) {
            TreeSet<String> providers = new TreeSet<>();
            for (AssetType type : rule.types(Catalogue.TYPES)) {
                providers.add(type.name().substring(0, type.name().indexOf('.')));
            }
            providers.remove("files");
            for (String provider : providers) {
                Remediation mend = rule.info().remediation().get(provider);
                if (mend == null) {
                    faults.add(rule + ": no remediation for " + provider);
                } else if (mend.console().equals(Text.EMPTY)
                        || mend.cli().isBlank()
                        || mend.terraform().isBlank()) {
                    faults.add(rule + ": the remediation for " + provider + " lacks console, cli or terraform");
                }
            }
        }
        assertNone(faults.stream());
    }

    @Test
    void everyRuleHasAReferenceAndTypesToJudge() {
        assertNone(Catalogue.RULES.stream()
                .filter(rule -> rule.info().references().isEmpty()
                        || rule.types(Catalogue.TYPES).isEmpty())
                .map(rule -> rule + ": no reference, or no type to judge"));
    }

    @Test
    void everyRuleReadsOfEachTypeWhatItsProviderFills() {
        assertNone(Catalogue.RULES.stream()
                .flatMap(rule -> rule.types(Catalogue.TYPES).stream()
                        .flatMap(type -> rule.reads().stream()
                                .filter(path -> path.startsWith("facets."))
                                .map(path -> path.split("[.\\[]")[1])
                                .filter(facet -> !type.name().startsWith("files."))
                                .filter(facet -> type.facet(facet).isEmpty())
                                .map(facet -> rule + ": " + type + " has no way to tell facets." + facet))));
    }

    @Test
    void everyRuleHasTextsAndAHashOfItsOwn() {
        assertThat(Catalogue.RULES.stream().map(rule -> rule.info().hash())).doesNotHaveDuplicates();
        assertThat(Catalogue.RULES.stream().map(rule -> rule.info().title())).doesNotHaveDuplicates();
    }

    private static void assertNone(Stream<String> faults) {
        assertThat(String.join("\n", faults.toList())).isEmpty();
    }
}
