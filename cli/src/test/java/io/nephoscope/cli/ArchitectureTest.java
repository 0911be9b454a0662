package io.nephoscope.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** Who may know whom. */
@AnalyzeClasses(packages = "io.nephoscope", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String INVENTORY = "io.nephoscope.inventory..";
    private static final String AWS = "io.nephoscope.aws..";
    private static final String AZURE = "io.nephoscope.azure..";
    private static final String FILES = "io.nephoscope.files..";
    private static final String HTTP = "io.nephoscope.http..";
    private static final String JD_CLOUD = "io.nephoscope.jdcloud..";
    private static final String REST = "io.nephoscope.rest..";
    private static final String COLLECT = "io.nephoscope.collect..";
    private static final String SNAPSHOT = "io.nephoscope.snapshot..";
    private static final String YAML = "io.nephoscope.yaml..";
    private static final String EXPRESSION = "io.nephoscope.expression..";
    private static final String TYPES = "io.nephoscope.types..";
    private static final String RULES = "io.nephoscope.rules..";
    private static final String CLI = "io.nephoscope.cli..";
    private static final String AMAZON = "software.amazon..";
    private static final String MICROSOFT = "com.azure..";
    private static final String[] PROVIDERS = {AWS, AZURE, FILES, JD_CLOUD, REST};

    @ArchTest
    static final ArchRule inventoryLeansOnNobody = classes()
            .that()
            .resideInAPackage(INVENTORY)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(INVENTORY, "java..", "com.fasterxml.jackson..", "org.slf4j..", "org.jspecify..");

    @ArchTest
    static final ArchRule collectionAndSnapshotsLeanOnTheInventoryAlone = noClasses()
            .that()
            .resideInAnyPackage(COLLECT, SNAPSHOT)
            .should()
            .dependOnClassesThat(resideInAPackage("io.nephoscope..")
                    .and(DescribedPredicate.not(resideInAnyPackage(INVENTORY, COLLECT, SNAPSHOT))));

    /** What declares types and what judges them lean on the same expressions, which know neither. */
    @ArchTest
    static final ArchRule expressionsLeanOnTheInventoryAlone = noClasses()
            .that()
            .resideInAnyPackage(YAML, EXPRESSION)
            .should()
            .dependOnClassesThat(resideInAPackage("io.nephoscope..")
                    .and(DescribedPredicate.not(resideInAnyPackage(INVENTORY, YAML, EXPRESSION))));

    @ArchTest
    static final ArchRule whatReadsTypesKnowsNoCloudAndNoRules = noClasses()
            .that()
            .resideInAPackage(TYPES)
            .should()
            .dependOnClassesThat(resideInAPackage("io.nephoscope..")
                    .and(DescribedPredicate.not(resideInAnyPackage(INVENTORY, YAML, EXPRESSION, TYPES))));

    /** A cloud of its own is a slice of its own: none knows another. */
    @ArchTest
    static final ArchRule noProviderKnowsAnother = slices().matching("io.nephoscope.(*)..")
            .that(DescribedPredicate.describe(
                    "are providers",
                    slice -> Set.of("aws", "azure", "files", "jdcloud", "rest").contains(slice.getNamePart(1))))
            .should()
            .notDependOnEachOther();

    /** What it brings is collected, kept and judged without it. */
    @ArchTest
    static final ArchRule aProviderKnowsItsSdkTheTransportAndTheInventory = noClasses()
            .that()
            .resideInAnyPackage(PROVIDERS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(COLLECT, SNAPSHOT, RULES, CLI);

    @ArchTest
    static final ArchRule theTransportKnowsNoCloud = classes()
            .that()
            .resideInAPackage(HTTP)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    HTTP,
                    TYPES,
                    YAML,
                    EXPRESSION,
                    INVENTORY,
                    "java..",
                    "javax..",
                    "com.fasterxml.jackson..",
                    "org.slf4j..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule anSdkStaysInItsModule = noClasses()
            .that()
            .resideOutsideOfPackages(AWS, AZURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(AMAZON, MICROSOFT);

    @ArchTest
    static final ArchRule rulesKnowNoProvider = noClasses()
            .that()
            .resideInAPackage(RULES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(AWS, AZURE, FILES, JD_CLOUD, REST, HTTP, TYPES, CLI);

    @ArchTest
    static final ArchRule theCommandLineNamesNoProvider = noClasses()
            .that()
            .resideInAPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(AWS, AZURE, FILES, JD_CLOUD, REST, HTTP);

    @ArchTest
    static final ArchRule onlyMainTouchesTheProcess = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Main.class.getName())
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule nobodySleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule onlyTheTerminalAndItsCommandsKnowPicocli = noClasses()
            .that(resideInAnyPackage(
                    "io.nephoscope.cli.organisation..", "io.nephoscope.cli.scan..", "io.nephoscope.cli.report.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule thePartsOfTheCommandLineFormNoCircle =
            slices().matching("io.nephoscope.cli.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule thePartsOfTheRuleEngineFormNoCircle =
            slices().matching("io.nephoscope.rules.(*)..").should().beFreeOfCycles();
}
