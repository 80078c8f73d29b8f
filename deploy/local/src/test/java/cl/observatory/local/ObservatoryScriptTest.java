package cl.observatory.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script in a checkout, a home and a set of JDKs that are made up: each fake program tells how it was called. */
class ObservatoryScriptTest {

    private static final Path SCRIPT = Path.of("../../observatory");
    private static final String CALLED_MAVEN = "mvn was called with -B -q -DskipTests package";

    @TempDir
    private Path folder;

    private Path checkout;
    private Path jdks;

    @BeforeEach
    void checkout() throws IOException {
        checkout = Files.createDirectories(folder.resolve("checkout"));
        jdks = Files.createDirectories(folder.resolve("jdks"));
        Files.createDirectories(folder.resolve("bin"));
        Files.copy(SCRIPT, checkout.resolve("observatory"));
        program(folder.resolve("bin/mvn"), """
                case $1 in
                  --version) echo "Apache Maven 3.8.7" ;;
                  *) echo "mvn was called with $*" ;;
                esac
                """);
    }

    @Test
    void theJdkOfTheRightVersionIsFoundThoughAnotherIsTheDefault() throws IOException {
        // Given
        Path other = jdk("other", "17.0.15");
        Path right = jdk("right", "25.0.1");
        jdk("tooNew", "26");
        built();

        // When
        Run run = run(Map.of("JAVA_HOME", other.toString()), "status");

        // Then
        assertTrue(run.output().startsWith("java of " + right), run.output());
        assertTrue(run.output().endsWith(checkout + " status"), run.output());
    }

    @Test
    void aJdkOnThePathIsFoundThroughItsLinks() throws IOException {
        // Given
        Path right = Files.move(jdk("right", "25"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("bin/java"), right.resolve("bin/java"));
        built();

        // When
        Run run = run(Map.of(), "status");

        // Then
        assertTrue(run.output().startsWith("java of " + right), run.output());
    }

    @Test
    void withoutAJdkItSaysWhatToInstall() throws IOException {
        // Given
        jdk("other", "17.0.15");

        // When
        Run run = run(Map.of(), "up");

        // Then
        assertEquals(1, run.exitStatus());
        assertTrue(run.output().startsWith("JDK 25 is needed"), run.output());
        assertTrue(run.output().contains("Install Temurin 25"), run.output());
    }

    @Test
    void anOldMavenIsRefusedWithWhatToInstall() throws IOException {
        // Given
        jdk("right", "25");
        program(folder.resolve("bin/mvn"), "echo 'Apache Maven 3.6.3'");

        // When
        Run run = run(Map.of("OBSERVATORY_MAVEN_FOLDERS", folder.resolve("none").toString()), "up");

        // Then
        assertEquals(1, run.exitStatus());
        assertTrue(run.output().contains("Maven 3.8.6 or newer is needed"), run.output());
        assertTrue(run.output().contains("apt-get install maven"), run.output());
    }

    @Test
    void aBuiltCheckoutStartsNoMaven() throws IOException {
        // Given
        jdk("right", "25");
        built();

        // When
        Run run = run(Map.of(), "up");

        // Then
        assertTrue(!run.output().contains(CALLED_MAVEN), run.output());
    }

    @Test
    void aChangedSourceIsBuiltFirst() throws IOException {
        // Given
        jdk("right", "25");
        built();
        touch(checkout.resolve("gateway/src/main/java/New.java"));

        // When
        Run run = run(Map.of(), "up");

        // Then
        assertTrue(run.output().contains(CALLED_MAVEN), run.output());
        assertTrue(run.output().endsWith(checkout + " up"), run.output());
    }

    @Test
    void aFailedBuildStartsNothingAndIsTriedAgain() throws IOException {
        // Given
        jdk("right", "25");
        built();
        touch(checkout.resolve("pom.xml"));
        Path maven = folder.resolve("bin/mvn");
        String works = Files.readString(maven);
        program(maven, "[ $1 != --version ] || { echo 'Apache Maven 3.9.9'; exit 0; }; exit 1");

        // When
        Run failed = run(Map.of(), "up");
        program(maven, works);
        Run again = run(Map.of(), "up");

        // Then
        assertEquals(1, failed.exitStatus());
        assertTrue(!failed.output().contains("java of"), failed.output());
        assertTrue(again.output().contains(CALLED_MAVEN), again.output());
    }

    @Test
    void faultsAreTheWholeCampaignFiveTimes() throws IOException {
        // Given
        jdk("right", "25");

        // When
        Run run = run(Map.of(), "faults");

        // Then
        assertEquals(0, run.exitStatus());
        assertTrue(run.output().contains(" verify -Dtest=ReportFaultTest "), run.output());
        assertTrue(run.output().endsWith(" -Dfaults.reports=all -Dfaults.rounds=5"), run.output());
    }

    @Test
    void anUnknownCommandShowsHowToUseIt() throws IOException {
        Run run = run(Map.of(), "start");

        assertEquals(2, run.exitStatus());
        assertTrue(run.output().startsWith("Usage: ./observatory COMMAND"), run.output());
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(jdks.resolve(name));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        program(home.resolve("bin/java"), "echo \"java of $JAVA_HOME called with $*\"");
        program(home.resolve("bin/javac"), "");
        return home;
    }

    /** Makes all that a build leaves behind, and what it was made from, older. */
    private void built() throws IOException {
        touch(checkout.resolve("pom.xml"));
        Files.setLastModifiedTime(checkout.resolve("pom.xml"), FileTime.from(Instant.EPOCH));
        for (String module : new String[] {"observatory-ingest", "observatory-query", "community-reports", "gateway"}) {
            touch(checkout.resolve(module).resolve("target/quarkus-app/quarkus-run.jar"));
        }
        touch(checkout.resolve("deploy/local/target/program/local.jar"));
        touch(checkout.resolve("target/observatory.built"));
        Files.setLastModifiedTime(
                checkout.resolve("target/observatory.built"),
                FileTime.from(Instant.now().minusSeconds(60)));
    }

    private static void touch(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.createFile(file);
    }

    private static void program(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Run run(Map<String, String> environment, String command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(checkout.resolve("observatory").toString(), command);
        builder.redirectErrorStream(true).environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", folder.resolve("bin") + ":/usr/bin:/bin",
                        "HOME", folder.resolve("home").toString(),
                        "OBSERVATORY_JDK_FOLDERS", jdks.toString(),
                        "OBSERVATORY_MAVEN_FOLDERS", folder.resolve("none").toString()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.onExit().join().exitValue(), output.strip());
    }

    private record Run(int exitStatus, String output) {}
}
