package io.nephoscope.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "io.nephoscope", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String INVENTORY = "io.nephoscope.inventory..";
    private static final String AWS = "io.nephoscope.aws..";
    private static final String FILES = "io.nephoscope.files..";
    private static final String RULES = "io.nephoscope.rules..";
    private static final String CLI = "io.nephoscope.cli..";
    private static final String AMAZON = "software.amazon..";

    @ArchTest
    static final ArchRule inventoryLeansOnNobody = classes()
            .that()
            .resideInAPackage(INVENTORY)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(INVENTORY, "java..", "com.fasterxml.jackson..", "org.slf4j..", "org.jspecify..");

    @ArchTest
    static final ArchRule aProviderKnowsItsSdkAndTheInventory = noClasses()
            .that()
            .resideInAPackage(AWS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FILES, RULES, CLI);

    @ArchTest
    static final ArchRule filesKnowNoCloud = noClasses()
            .that()
            .resideInAPackage(FILES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(AWS, RULES, CLI, AMAZON);

    @ArchTest
    static final ArchRule rulesKnowNoCloud = noClasses()
            .that()
            .resideInAPackage(RULES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(AWS, FILES, CLI, AMAZON);

    @ArchTest
    static final ArchRule theCommandLineNamesNoProvider = noClasses()
            .that()
            .resideInAPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(AWS, FILES, AMAZON);

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
