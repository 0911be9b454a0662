package io.nephoscope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.expression.Contents;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledRulesTest {
    private static final Path CLASSES = Path.of("target/classes").toAbsolutePath();

    @TempDir
    Path folder;

    private static List<Rule> compiled() {
        return CompiledRules.packaged(Catalogue.TYPES).orElseThrow();
    }

    @Test
    void theBuildCompilesEveryRuleToWhatItsSourceSays() {
        RuleSet compiled = RuleSet.load(Catalogue.TYPES);
        assertThat(compiled()).extracting(Rule::id).containsExactlyElementsOf(idsOfSources());
        assertThat(Catalogue.RULES).allSatisfy(rule -> {
            Rule same = compiled.named(rule.id()).orElseThrow();
            assertThat(same.place()).isEqualTo(rule.place());
            assertThat(same.heading()).isEqualTo(rule.heading());
            assertThat(same.conditions()).isEqualTo(rule.conditions());
            assertThat(same.info()).isEqualTo(rule.info());
            assertThat(same.reads()).isEqualTo(rule.reads());
        });
    }

    private static List<String> idsOfSources() {
        return Catalogue.RULES.stream().map(Rule::id).toList();
    }

    @Test
    void aCompiledRuleFindsInEveryExampleWhatItsSourceFinds() {
        RuleSet compiled = RuleSet.load(Catalogue.TYPES);
        RuleExamples examples = new RuleExamples(Catalogue.TYPES);
        for (RuleSource written : Catalogue.SOURCES) {
            Rule same = compiled.named(written.rule().id()).orElseThrow();
            for (Example example : written.examples()) {
                assertThat(examples.judge(same, example))
                        .as(same + ", " + example.name())
                        .isEqualTo(examples.judge(written.rule(), example))
                        .extracting(Finding::verdict)
                        .isEqualTo(example.verdict());
            }
        }
    }

    @Test
    void theSameRulesAreTheSameBytes() {
        assertThat(CompiledRules.catalogue(Basis.of(Catalogue.TYPES).orElseThrow(), Catalogue.RULES))
                .isEqualTo(CompiledRules.catalogue(
                        Basis.of(Catalogue.TYPES).orElseThrow(),
                        RuleSource.packaged(Catalogue.TYPES).stream()
                                .map(RuleSource::rule)
                                .toList()));
    }

    @Test
    void theCatalogueIsLoadedAndJudgesWithoutTheCheckerOfExpressions() throws Exception {
        ClassPath bare = ClassPath.ofTests()
                .without(jar ->
                        jar.toString().matches(".*/(dev/cel|com/google/guava|com/google/protobuf|org/antlr)/.*"));

        assertThat(bare.ask(CompiledRulesTest.class, "verdictsOnEmptyAssets"))
                .isEqualTo(verdictsOnEmptyAssets())
                .contains("PASS", "FAIL", "UNKNOWN", "NOT_APPLICABLE");
    }

    /** What each rule says of an asset of each of its types of which nothing was answered. */
    static String verdictsOnEmptyAssets() {
        Types types = types();
        List<String> lines = new ArrayList<>();
        for (Rule rule : RuleSet.load(types).rules()) {
            for (AssetType type : rule.types(types)) {
                AssetView view = new AssetView(empty(type), (from, relation) -> DocList.empty());
                Finding finding = new Judge(rule, type, types).judge(view, Example.NOW);
                lines.add(rule + ", " + type + ": " + finding.verdict());
            }
        }
        return String.join("\n", lines);
    }

    static Types types() {
        return Types.ofProviders(ServiceLoader.load(Provider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    private static Asset empty(AssetType type) {
        return new Asset(
                "uid",
                type,
                "id",
                "name",
                new Scope("", "account", "region"),
                Doc.empty(),
                Doc.empty(),
                new Asset.Provenance(Example.NOW.toString(), "", List.of()));
    }

    static String whetherItIsCompiled() {
        return String.valueOf(CompiledRules.packaged(types()).isPresent());
    }

    static String severityOfPublicBuckets() {
        return RuleSet.load(types())
                .named("bucket-not-public")
                .orElseThrow()
                .severity()
                .label();
    }

    @Test
    void aRuleThatWasChangedAfterTheBuildIsReadFromItsSource() throws Exception {
        Path changed = copy(CLASSES, folder.resolve("classes"));
        ClassPath classPath = ClassPath.ofTests().with(changed, CLASSES);
        assertThat(classPath.ask(CompiledRulesTest.class, "whetherItIsCompiled"))
                .as("a copy of the same")
                .isEqualTo("true");

        Path rule = changed.resolve("catalog/kinds/storage/bucket-not-public.yaml");
        String severity = severityOfPublicBuckets();
        String other = severity.equals("low") ? "high" : "low";
        Files.writeString(rule, Files.readString(rule).replace("severity: " + severity, "severity: " + other));

        assertThat(classPath.ask(CompiledRulesTest.class, "severityOfPublicBuckets"))
                .isEqualTo(other)
                .isNotEqualTo(severity);
        assertThat(classPath.ask(CompiledRulesTest.class, "whetherItIsCompiled"))
                .isEqualTo("false");
    }

    @Test
    void aProviderThatWasChangedAfterTheBuildHasTheRulesCheckedAnew() throws Exception {
        Path aws = Path.of(Catalogue.PROVIDERS.stream()
                .filter(provider -> provider.name().equals("aws"))
                .findFirst()
                .orElseThrow()
                .getClass()
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path changed = copy(aws, folder.resolve("aws"));
        ClassPath classPath = ClassPath.ofTests().with(changed, aws);
        assertThat(classPath.ask(CompiledRulesTest.class, "whetherItIsCompiled"))
                .isEqualTo("true");

        addFile(changed);

        assertThat(classPath.ask(CompiledRulesTest.class, "whetherItIsCompiled"))
                .isEqualTo("false");
    }

    /** To a folder of classes, on which tests run, or to a jar, as in a whole build. */
    private static void addFile(Path classes) throws IOException {
        if (Files.isDirectory(classes)) {
            Files.writeString(classes.resolve("another-type"), "one more");
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(classes)) {
                Files.writeString(jar.getPath("another-type"), "one more");
            }
        }
    }

    @Test
    void aJarAndTheFolderThatItWasMadeOfHaveOneFingerprint() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes/a/b"))
                .getParent()
                .getParent();
        Files.writeString(classes.resolve("a/b/One.class"), "one");
        Files.writeString(classes.resolve("a/two.yaml"), "two");
        Path jar = jar(classes, folder.resolve("it.jar"));

        long before = Contents.of(classes);
        assertThat(Contents.of(jar)).isEqualTo(before);

        Files.writeString(classes.resolve("a/two.yaml"), "TWO");
        assertThat(Contents.of(classes)).isNotEqualTo(before);
        Files.writeString(classes.resolve("a/two.yaml"), "two");
        assertThat(Contents.of(classes)).isEqualTo(before);
        Files.move(classes.resolve("a/two.yaml"), classes.resolve("a/three.yaml"));
        assertThat(Contents.of(classes)).isNotEqualTo(before);
        Files.delete(classes.resolve("a/three.yaml"));
        assertThat(Contents.of(classes)).isNotEqualTo(before);
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
        return to;
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> paths = Files.walk(classes)) {
            out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            out.write("Manifest-Version: 1.0\n".getBytes(StandardCharsets.UTF_8));
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                out.putNextEntry(new ZipEntry(classes.relativize(path).toString()));
                out.write(Files.readAllBytes(path));
            }
        }
        return jar;
    }
}
