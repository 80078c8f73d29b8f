package cl.observatory.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.config.ConfigMapping;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@AnalyzeClasses(packages = "cl.observatory.reports", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** All that a reporter's request runs through. */
    private static final String[] INTAKE = {
        "..reports.report..",
        "..reports.receipt..",
        "..reports.proof..",
        "..reports.screening..",
        "..reports.guidance..",
        "..reports.notice..",
        "..reports.lane..",
        "..reports.relay..",
        "..reports.envelope..",
        "..reports.sealing..",
        "..reports.filing..",
        "..reports.state.."
    };

    /** Who takes a report cannot open one. */
    @ArchTest
    static final ArchRule INTAKE_HOLDS_NO_PRIVATE_KEY = noClasses()
            .that()
            .resideInAnyPackage(INTAKE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..reports.custody..", "..reports.moderation..");

    /** A receipt's own key is the only one that opens anything there, and what a receipt opens is not a report. */
    @ArchTest
    static final ArchRule PRIVATE_KEYS_ARE_IN_CUSTODY = noClasses()
            .that()
            .resideOutsideOfPackage("..reports.custody..")
            .and()
            .doNotHaveSimpleName("ReceiptSecret")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("com\\.google\\.crypto\\.tink\\.(.*\\.)?"
                    + "(HybridDecrypt|HpkePrivateKey|HybridPrivateKey|.*SecretKeyAccess|SecretBytes|Aead)");

    @ArchTest
    static final ArchRule REPORTS_ARE_NOT_ANNOUNCED = noClasses()
            .that()
            .resideInAnyPackage(INTAKE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cl.observatory.events..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("cl.observatory.reports.(*)..").should().beFreeOfCycles();

    /** What two services share is the language of events, and how to say no. */
    @ArchTest
    static final ArchRule NO_CODE_OF_OTHER_SERVICES = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "cl.observatory.ingest..",
                    "cl.observatory.query..",
                    "cl.observatory.gateway..",
                    "cl.observatory.local..");

    @ArchTest
    static final ArchRule RESOURCES_ARE_THE_EDGE =
            classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");

    /** Roles and envelopes are about requests, whatever they are for. */
    @ArchTest
    static final ArchRule NOTHING_ELSE_SPEAKS_HTTP = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Resource")
            .and()
            .resideOutsideOfPackages("..reports.role..", "..reports.envelope..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "io.vertx..");

    /** Edges parse, call and render. */
    @ArchTest
    static final ArchRule EDGES_HOLD_NO_SQL = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.sql..", "org.jdbi..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.sql\\.(Connection|.*Statement|ResultSet)");

    @ArchTest
    static final ArchRule EDGES_OPEN_NO_TRANSACTION = methods()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .notBeAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule REPOSITORIES_STAY_AT_HOME = classes()
            .that()
            .haveSimpleNameEndingWith("Repository")
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule CONFIGURATION_IS_MAPPED =
            noFields().should().beAnnotatedWith(ConfigProperty.class).orShould().beAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule MAPPINGS_ARE_NAMED_AS_SUCH = classes()
            .that()
            .areAnnotatedWith(ConfigMapping.class)
            .should()
            .haveNameMatching(".*(Config|ReportsKeys)")
            .andShould()
            .beInterfaces();

    @ArchTest
    static final ArchRule FIELDS_OF_BEANS_ARE_FINAL = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith("jakarta.enterprise.context.ApplicationScoped")
            .should()
            .beFinal();

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

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|Base)(\\$.*)?")
            .orShould()
            .haveSimpleNameStartingWith("Abstract");
}
