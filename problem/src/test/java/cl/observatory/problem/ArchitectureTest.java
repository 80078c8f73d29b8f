package cl.observatory.problem;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@AnalyzeClasses(packages = "cl.observatory.problem", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** How to say no is the same for every service, and so it knows none. */
    @ArchTest
    static final ArchRule NO_CODE_OF_SERVICES = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "cl.observatory.events..",
                    "cl.observatory.ingest..",
                    "cl.observatory.query..",
                    "cl.observatory.gateway..",
                    "cl.observatory.local..");

    @ArchTest
    static final ArchRule NOTHING_IS_SERVED = noClasses().should().beAnnotatedWith(Path.class);

    /** A failure of a store is recognised by what it says; no store is asked. */
    @ArchTest
    static final ArchRule NO_STORE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.sql..", "jakarta.persistence..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.sql\\.(?!SQLException).*");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS =
            noFields().should().beAnnotatedWith(ConfigProperty.class).orShould().beAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|Base)(\\$.*)?")
            .orShould()
            .haveSimpleNameStartingWith("Abstract");
}
