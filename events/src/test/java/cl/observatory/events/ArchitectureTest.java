package cl.observatory.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "cl.observatory.events", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** A language has no speakers of its own: no service, no framework, only what the wire form needs. */
    @ArchTest
    static final ArchRule DEPENDS_ON_THE_WIRE_FORM_ALONE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "cl.observatory.events..",
                    "java..",
                    "javax.sql..",
                    "com.fasterxml.jackson..",
                    "com.github.luben.zstd..",
                    "org.apache.kafka.clients..",
                    "org.apache.kafka.common..");

    @ArchTest
    static final ArchRule PARTS_HAVE_NO_CYCLES =
            slices().matching("cl.observatory.events.(*)..").should().beFreeOfCycles();

    /** The broker and the store are met where events leave and arrive; the types themselves know neither. */
    @ArchTest
    static final ArchRule TYPES_KNOW_NEITHER_BROKER_NOR_STORE = noClasses()
            .that()
            .resideOutsideOfPackages("..outbox..", "..inbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka.clients..", "java.sql..", "javax.sql..");

    /** Times and ids are handed in, so that a state and the event that tells of it agree, and tests can set them. */
    @ArchTest
    static final ArchRule TIME_AND_CHANCE_ARE_HANDED_IN = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID");
}
