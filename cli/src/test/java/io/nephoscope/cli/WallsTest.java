package io.nephoscope.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls between the rooms: data flows one way, and no room knows what is not its business. */
@AnalyzeClasses(packages = "io.nephoscope", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
    private static final String INVENTORY = "io.nephoscope.inventory..";
    private static final String AWS = "io.nephoscope.aws..";
    private static final String FILES = "io.nephoscope.files..";
    private static final String RULES = "io.nephoscope.rules..";
    private static final String CLI = "io.nephoscope.cli..";

    @ArchTest
    static final ArchRule THE_INVENTORY_LEANS_ON_NOBODY = noClasses()
            .that()
            .resideInAPackage(INVENTORY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(AWS, FILES, RULES, CLI, "software.amazon..");

    @ArchTest
    static final ArchRule A_PROVIDER_KNOWS_THE_INVENTORY_AND_NO_OTHER_CLOUD = noClasses()
            .that()
            .resideInAPackage(AWS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FILES, RULES, CLI);

    @ArchTest
    static final ArchRule FILES_KNOW_THE_INVENTORY_AND_NO_CLOUD = noClasses()
            .that()
            .resideInAPackage(FILES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(AWS, RULES, CLI, "software.amazon..");

    @ArchTest
    static final ArchRule THE_RULES_KNOW_NO_CLOUD = noClasses()
            .that()
            .resideInAPackage(RULES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(AWS, FILES, CLI, "software.amazon..");

    @ArchTest
    static final ArchRule THE_COMMAND_LINE_NAMES_NO_CLOUD = noClasses()
            .that()
            .resideInAPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(AWS, FILES, "software.amazon..");

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS_EXITS_AND_READS_THE_ENVIRONMENT = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule EVERY_CLOUD_CALL_GOES_THROUGH_A_DECLARATION = noClasses()
            .that(resideInAPackage(AWS))
            .and()
            .resideOutsideOfPackage("io.nephoscope.aws.sdk..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk.http..");

    @ArchTest
    static final ArchRule PACKAGES_OF_THE_RULES_AND_PROVIDERS_RUN_IN_NO_CIRCLES =
            slices().matching("io.nephoscope.(aws|files).(*)..").should().beFreeOfCycles();
}
