package cl.observatory.ingest.table;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads files as an import does, from the bytes that arrive to the rows. */
final class Read {

    /** As a profile that says nothing. */
    static final TableOptions PLAIN = new TableOptions(null, ",", null, null, Set.of());

    static final FilesConfig LIMITS = limits(64 << 20, 100);

    private Read() {}

    record Limits(MemorySize maxSize, MemorySize maxExpandedSize, int maxExpansion) implements FilesConfig {}

    static FilesConfig limits(long maxExpandedSize, int maxExpansion) {
        return new Limits(
                new MemorySize(BigInteger.valueOf(64 << 20)),
                new MemorySize(BigInteger.valueOf(maxExpandedSize)),
                maxExpansion);
    }

    static TableOptions sheet(String name) {
        return new TableOptions(null, ",", name, null, Set.of());
    }

    static TableOptions records(String pointer, String... expected) {
        return new TableOptions(null, ",", null, pointer, Set.of(expected));
    }

    static List<List<String>> rows(String file) throws IOException {
        return rows(file.getBytes(StandardCharsets.UTF_8), PLAIN);
    }

    static List<List<String>> rows(byte[] file) throws IOException {
        return rows(file, PLAIN);
    }

    static List<List<String>> rows(byte[] file, TableOptions options) throws IOException {
        return rows(new ByteArrayInputStream(file), options, LIMITS);
    }

    static List<List<String>> rows(InputStream file, TableOptions options, FilesConfig limits) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (SourceStream source = SourceStream.open(file, OutputStream.nullOutputStream(), limits);
                Table table = Tables.open(source, options)) {
            while (table.next()) {
                rows.add(List.of(Arrays.copyOf(table.cells(), table.count())));
            }
            source.drain();
        }
        return rows;
    }

    /** The second row with each cell as {@code text}, or {@code #text} when the file says that it is a number. */
    static List<String> typed(byte[] file, TableOptions options) throws IOException {
        try (SourceStream source =
                        SourceStream.open(new ByteArrayInputStream(file), OutputStream.nullOutputStream(), LIMITS);
                Table table = Tables.open(source, options)) {
            table.next();
            table.next();
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < table.count(); i++) {
                cells.add((table.isNumber(i) ? "#" : "") + table.cells()[i]);
            }
            return cells;
        }
    }

    static UnreadableFileException refusal(byte[] file, TableOptions options) {
        return assertThrows(UnreadableFileException.class, () -> rows(file, options));
    }

    static UnreadableFileException refusal(String file) {
        return refusal(file.getBytes(StandardCharsets.UTF_8), PLAIN);
    }
}
