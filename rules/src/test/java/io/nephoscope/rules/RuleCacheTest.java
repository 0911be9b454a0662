package io.nephoscope.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCacheTest {
    @TempDir
    Path folder;

    private Path rules;
    private Path kept;

    @BeforeEach
    void writeARule() throws IOException {
        rules = Files.createDirectory(folder.resolve("rules"));
        kept = folder.resolve("cache/nephoscope");
        write("facets.versioned");
    }

    private void write(String pass) throws IOException {
        Files.writeString(rules.resolve("ours.yaml"), """
                id: ours
                applies: storage.bucket
                severity: low
                title: {en: Ours, zh: 我们的}
                why: {en: Because., zh: 因为。}
                failed: {en: It is not so., zh: 并非如此。}
                pass: "%s"
                """.formatted(pass));
    }

    private Rule load(String version) {
        return RuleSet.load(rules, Catalogue.TYPES, new RuleCache(kept, version))
                .rules()
                .get(0);
    }

    private Rule load() {
        return load("1");
    }

    private Rule source() {
        return RuleSet.load(rules, Catalogue.TYPES).rules().get(0);
    }

    private static void assertSame(Rule rule, Rule other) {
        assertThat(rule.place()).isEqualTo(other.place());
        assertThat(rule.heading()).isEqualTo(other.heading());
        assertThat(rule.conditions()).isEqualTo(other.conditions());
        assertThat(rule.info()).isEqualTo(other.info());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(kept)) {
            return files.sorted().toList();
        }
    }

    private Path only() throws IOException {
        assertThat(files()).hasSize(1);
        return files().get(0);
    }

    @Test
    void whatWasCompiledOnceIsReadWithoutParserAndChecker() throws Exception {
        load();
        assertThat(ClassPath.ofTests()
                        .without(jar -> jar.toString().matches(".*/(dev/cel|org/antlr|org/snakeyaml)/.*"))
                        .ask(RuleCacheTest.class, "hashOfTheOnlyRule", rules.toString(), kept.toString()))
                .isEqualTo(source().heading().hash());
    }

    static String hashOfTheOnlyRule(String rules, String kept) {
        RuleCache cache = new RuleCache(Path.of(kept), "1");
        return RuleSet.load(Path.of(rules), CompiledRulesTest.types(), cache)
                .rules()
                .get(0)
                .heading()
                .hash();
    }

    @Test
    void aRuleIsTheSameFromTheCache() throws IOException {
        assertSame(load(), source());
        Path file = only();
        byte[] first = Files.readAllBytes(file);
        assertSame(load(), source());
        assertThat(only()).isEqualTo(file).hasBinaryContent(first);
    }

    @Test
    void nobodyElseReadsWhatIsKept() throws IOException {
        load();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(only())))
                .isEqualTo("rw-------");
    }

    @Test
    void aRuleThatWasChangedIsCompiledAnew() throws IOException {
        Rule before = load();
        write("!facets.versioned");
        assertSame(load(), source());
        assertThat(load().heading()).isNotEqualTo(before.heading());
        assertThat(files()).hasSize(2);
    }

    @Test
    void anotherVersionOfTheProgramCompilesForItself() throws IOException {
        load("1");
        assertSame(load("2"), source());
        assertThat(files()).hasSize(2);
    }

    @Test
    void theSameRulesInAnotherFolderSayWhereTheyStand() throws IOException {
        load();
        Path moved = Files.move(rules, folder.resolve("moved"));
        rules = moved;
        assertThat(load().place().file()).isEqualTo(moved + "/ours.yaml");
    }

    @Test
    void whereverItIsDamagedTheRulesAreCompiledAnew() throws IOException {
        Rule source = source();
        load();
        Path file = only();
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i += 7) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 1;
            Files.write(file, damaged);
            assertSame(load(), source);
            assertThat(only()).as("mended").hasBinaryContent(whole);
        }
    }

    @Test
    void whereverItIsCutOffTheRulesAreCompiledAnew() throws IOException {
        load();
        Path file = only();
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, 31, 32, 33, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertSame(load(), source());
        }
    }

    @Test
    void whatWasCompiledFromOtherRulesIsNotTakenForThese() throws IOException {
        load();
        Path others = only();
        write("!facets.versioned");
        load();
        Path ours = files().stream()
                .filter(file -> !file.equals(others))
                .findFirst()
                .orElseThrow();
        Files.copy(others, ours, StandardCopyOption.REPLACE_EXISTING);
        assertSame(load(), source());
    }

    @Test
    void whereNothingCanBeKeptTheRulesAreThereAllTheSame() throws IOException {
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, "no folder");
        assertSame(load(), source());
        assertThat(kept).hasContent("no folder");
    }

    @Test
    void rulesWithFaultsAreNotKeptAndSayTheirFaultsEachTime() throws IOException {
        write("facets.versiond");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(this::load)
                    .hasMessage(rules + "/ours.yaml, line 7, column 15, field pass: facets has no field versiond"
                            + " (did you mean versioned?).");
        }
        assertThat(kept).doesNotExist();
    }

    @Test
    void whatNobodyAskedForInTwoMonthsIsForgotten() throws IOException {
        load("1");
        Path old = only();
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(61))));
        Path other = Files.writeString(kept.resolve("classes.jsa"), "not ours");
        Files.setLastModifiedTime(other, FileTime.from(Instant.EPOCH));
        load("2");
        assertThat(files()).hasSize(2).contains(other).doesNotContain(old);
    }
}
