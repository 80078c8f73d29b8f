package cl.observatory.ingest.table;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The heap does not grow with a file. A build reads files that are larger than the heap of the JVM that it starts for
 * them; {@code -Dfiles.large=true} reads the largest ones at the heap of the service.
 */
class LargeFileTest {

    private static final boolean LARGE = Boolean.getBoolean("files.large");

    @ParameterizedTest
    @CsvSource({"csv, 400_000, 4_300_000", "ndjson, 150_000, 2_100_000", "xlsx, 60_000, 1_048_576"})
    void fileLargerThanTheHeapIsRead(String format, String few, String many) throws IOException, InterruptedException {
        // Given
        String rows = (LARGE ? many : few).replace("_", "");

        // When
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        LARGE ? "-Xmx256m" : "-Xmx24m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LargeFile.class.getName(),
                        format,
                        rows)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // Then
        assertEquals(0, process.waitFor(), said);
        assertThat(said.lines().toList().getLast(), startsWith(LargeFile.READ + rows + " rows of"));
    }
}
