package cl.observatory.query.exit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Values leave through the views {@code told} and {@code told_signal} alone: what reads the cells themselves only keeps them. */
class OneExitTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern CELLS =
            Pattern.compile("\\b(from|join|using|into|update|copy|table|exists)\\s+(cell(_attribute)?|signal_cell)\\b");

    /** They write, end and bring back versions of cells, and answer nobody. */
    private static final Set<String> KEEPERS = Set.of(
            "AttributeVersions",
            "CellHistory",
            "CellVersions",
            "ReplacedCells",
            "RollUps",
            "SeenCells",
            "SignalProjection",
            "SumsOut");

    /** Sums would tell what they are made of. */
    private static final List<String> SUMMING = List.of("RollUps");

    @Test
    void onlyWhatKeepsCellsReadsThem() throws IOException {
        Set<String> reading = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                if (CELLS.matcher(Files.readString(file)).find()) {
                    reading.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }

        assertEquals(new TreeSet<>(KEEPERS), reading);
    }

    @Test
    void sumsAreMadeOfWhatMayBeTold() throws IOException {
        for (String name : SUMMING) {
            String source = Files.readString(SOURCES.resolve("cl/observatory/query/cube/" + name + ".java"));

            assertTrue(source.contains("join told"), name);
            assertTrue(!Pattern.compile("(from|join) cell\\b").matcher(source).find(), name);
        }
    }
}
