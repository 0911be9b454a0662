package io.nephoscope.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.nephoscope.cli.SpokenTexts.Spoken;
import io.nephoscope.inventory.doc.Text;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever is said is said in both languages. */
@AnalyzeClasses(packages = "io.nephoscope", importOptions = ImportOption.DoNotIncludeTests.class)
class SpokenTextsTest {
    /** Who passes on the words of a cloud, a library or a user, and names that are the same in every language; no other may. */
    private static final String[] QUOTING = {
        "io.nephoscope.inventory.doc.Text",
        "io.nephoscope.inventory.doc.Said",
        "io.nephoscope.snapshot.AssetJson",
        "io.nephoscope.snapshot.SnapshotException",
        "io.nephoscope.aws.sdk.AwsFailures",
        "io.nephoscope.azure.arm.ErrorBody",
        "io.nephoscope.http.rest.Errors",
        "io.nephoscope.http.rest.RestFailures",
        "io.nephoscope.http.s3.S3Client",
        "io.nephoscope.files.RowReader$Row",
        "io.nephoscope.rules.StatementCheck$Assets",
        "io.nephoscope.expression.RuleError",
        "io.nephoscope.yaml.YamlNode",
        "io.nephoscope.cli.command.Gaps",
        "io.nephoscope.cli.command.Trial",
        "io.nephoscope.cli.command.OrganisationText",
        "io.nephoscope.cli.report.Tally$Gap",
        // What is wrong with an expression, for whoever writes rules: in the words of CEL's checker.
        "io.nephoscope.expression.Environment",
        "io.nephoscope.expression.Wording",
        "io.nephoscope.types.Texts"
    };

    @ArchTest
    static final ArchRule onlyWhoQuotesMakesATextOfOneString = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(QUOTING[0])
            .and(DescribedPredicate.describe(
                    "are not among those who quote", it -> !Set.of(QUOTING).contains(it.getName())))
            .should()
            .callMethod(Text.class, "quoted", String.class);

    /** Readers of what was written in both languages. */
    @ArchTest
    static final ArchRule onlyReadersMakeATextOfTwoStringsThatTheyDidNotWrite = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.nephoscope.inventory.doc.Text")
            .and()
            .doNotHaveFullyQualifiedName("io.nephoscope.snapshot.AssetJson")
            .and()
            .doNotHaveFullyQualifiedName("io.nephoscope.rules.FindingTables")
            .and()
            .doNotHaveFullyQualifiedName("io.nephoscope.rules.RuleReader")
            .and()
            .doNotHaveFullyQualifiedName("io.nephoscope.types.Texts")
            .and()
            .doNotHaveFullyQualifiedName("io.nephoscope.rules.CompiledRules")
            .should()
            .callConstructor(Text.class, String.class, String.class);

    @Test
    void everyTextThatHasWordsHasChineseOnes() {
        assertThat(SpokenTexts.all())
                .hasSizeGreaterThan(400)
                .filteredOn(Spoken::hasWords)
                .filteredOn(text -> !text.isChinese())
                .filteredOn(text -> !text.zh().equals(text.en()) || text.en().contains(" "))
                .isEmpty();
    }

    @Test
    void whatStandsForArgumentsIsTheSameInBothLanguages() {
        assertThat(SpokenTexts.all())
                .allSatisfy(text ->
                        assertThat(places(text.zh())).as(text.toString()).isEqualTo(places(text.en())));
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
