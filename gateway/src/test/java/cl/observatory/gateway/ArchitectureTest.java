package cl.observatory.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "cl.observatory.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("cl.observatory.gateway.(*)..").should().beFreeOfCycles();

    /** The gateway knows services by their contracts; their code, and the events between them, are not its business. */
    @ArchTest
    static final ArchRule NO_CODE_OF_SERVICES = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "cl.observatory.events..",
                    "cl.observatory.ingest..",
                    "cl.observatory.query..",
                    "cl.observatory.local..");

    /**
     * Streams pass through one client, that of the proxy; a blocking client would stop the event loop. The keys of the
     * provider of staff are no stream: the library that keeps them fetches them on a thread that may block.
     */
    @ArchTest
    static final ArchRule NO_OTHER_HTTP_CLIENT = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("cl.observatory.gateway.staff.IssuerKeys")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "jakarta.ws.rs.client..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.HttpURLConnection");

    @ArchTest
    static final ArchRule ONLY_THE_PROXY_CALLS_SERVICES = noClasses()
            .that()
            .resideOutsideOfPackage("..proxy..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.vertx\\.(core\\.http\\.HttpClient.*|httpproxy\\..*)");

    @ArchTest
    static final ArchRule ENTITIES_STAY_AT_HOME = classes()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .bePackagePrivate();

    /** Time is asked of the clock that is handed in, so that tests can set it. */
    @ArchTest
    static final ArchRule TIME_IS_INJECTED = noClasses()
            .that()
            .doNotHaveSimpleName("Wiring")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    /** Of the libraries' internal classes, the proxy is not to lean on any: they change without notice. */
    @ArchTest
    static final ArchRule NO_INTERNALS =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("io.vertx..impl..", "io.netty..");
}
