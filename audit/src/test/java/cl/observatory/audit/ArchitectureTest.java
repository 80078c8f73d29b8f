package cl.observatory.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "cl.observatory.audit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** A chain is kept and read, whoever keeps it: no service, no framework, no time of its own. */
    @ArchTest
    static final ArchRule NOTHING_BUT_A_CONNECTION_IS_NEEDED = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "cl.observatory.audit",
                    "java..",
                    "com.fasterxml.jackson..",
                    "org.eclipse.microprofile.openapi.annotations..");
}
