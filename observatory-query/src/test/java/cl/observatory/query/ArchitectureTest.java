package cl.observatory.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

@AnalyzeClasses(packages = "cl.observatory.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("cl.observatory.query.(*)..").should().beFreeOfCycles();

    /** Services know each other by their events alone. */
    @ArchTest
    static final ArchRule NO_CODE_OF_OTHER_SERVICES = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cl.observatory.ingest..", "cl.observatory.gateway..", "cl.observatory.local..");

    @ArchTest
    static final ArchRule ONLY_RESOURCES_HAVE_PATHS = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .haveSimpleNameEndingWith("Resource")
            .andShould()
            .bePublic();

    @ArchTest
    static final ArchRule ONLY_METHODS_OF_RESOURCES_HAVE_PATHS = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameNotEndingWith("Resource")
            .should()
            .beAnnotatedWith(Path.class);

    /** What readers may call, the gateway's token must allow: by one scope, so that kept answers need no other. */
    @ArchTest
    static final ArchRule EVERY_OPERATION_NEEDS_THE_SAME_SCOPE = methods()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.GET")
            .or()
            .areAnnotatedWith("jakarta.ws.rs.POST")
            .should()
            .beAnnotatedWith(DescribedPredicate.describe(
                    "@RolesAllowed(\"data:read\")",
                    (JavaAnnotation<?> annotation) -> annotation.getRawType().isEquivalentTo(RolesAllowed.class)
                            && List.of("data:read").equals(List.of((Object[])
                                    annotation.get("value").orElseThrow()))));

    /** Answers are kept for everybody. */
    @ArchTest
    static final ArchRule WHO_ASKS_CHANGES_NO_ANSWER = noClasses()
            .that()
            .resideOutsideOfPackage("cl.observatory.query.memory")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus.security..", "org.eclipse.microprofile.jwt..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.ws.rs.core.SecurityContext");

    /** Whoever writes has another service to talk to; a citation only keeps what was answered. */
    @ArchTest
    static final ArchRule READERS_ONLY_CITE = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("cl.observatory.query.citation")
            .should()
            .beAnnotatedWith("jakarta.ws.rs.POST");

    @ArchTest
    static final ArchRule READERS_CHANGE_NOTHING = noMethods()
            .should()
            .beAnnotatedWith("jakarta.ws.rs.PUT")
            .orShould()
            .beAnnotatedWith("jakarta.ws.rs.PATCH")
            .orShould()
            .beAnnotatedWith("jakarta.ws.rs.DELETE");

    @ArchTest
    static final ArchRule RECORDS_COME_IN_AT_CONSUMERS = classes()
            .that()
            .containAnyMethodsThat(
                    CanBeAnnotated.Predicates.annotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming"))
            .should()
            .haveSimpleNameEndingWith("Consumer");

    /** A retry inside a transaction that is doomed would never succeed. */
    @ArchTest
    static final ArchRule NOTHING_IS_RETRIED_WITHIN_A_TRANSACTION = noMethods()
            .that()
            .areAnnotatedWith("org.eclipse.microprofile.faulttolerance.Retry")
            .should()
            .beAnnotatedWith("jakarta.transaction.Transactional");

    /** The read models are set-based SQL; entities would load them row by row. */
    @ArchTest
    static final ArchRule NO_ENTITIES =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("jakarta.persistence..", "org.hibernate..");

    @ArchTest
    static final ArchRule SETTINGS_HAVE_MAPPINGS = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.eclipse.microprofile.config.inject.ConfigProperty");

    /** Time is asked of the clock that is handed in, so that tests can set it. */
    @ArchTest
    static final ArchRule TIME_IS_INJECTED = noClasses()
            .that()
            .doNotHaveSimpleName("ClockProducer")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
