package cl.observatory.ingest.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/**
 * What holds for every file whatever: it is read to its end or refused for a reason that has a name, soon, and its rows
 * are what a table promises. Memory is bounded by the heap of the JVM that runs this.
 */
final class Fuzzed {

    private static final Set<IngestProblem> PROBLEMS =
            Set.of(IngestProblem.EMPTY_BODY, IngestProblem.FILE_TOO_LARGE, IngestProblem.EXPANDS_TOO_MUCH);
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final FilesConfig LIMITS = Read.limits(16 << 20, 100);

    private Fuzzed() {}

    interface Opener {
        Table open(SourceStream source) throws IOException;
    }

    static void read(byte[] file, Opener opener) throws IOException {
        long begin = System.nanoTime();
        try (SourceStream source =
                        SourceStream.open(new ByteArrayInputStream(file), OutputStream.nullOutputStream(), LIMITS);
                Table table = opener.open(source)) {
            readRows(table);
            source.drain();
        } catch (UnreadableFileException refused) {
            assertNotNull(refused.conflict());
        } catch (ProblemException refused) {
            assertTrue(refused.type() instanceof IngestProblem problem && PROBLEMS.contains(problem));
        } catch (ZipException | EOFException damaged) {
            assertEquals(0x1f, file[0], "only gzip is told by these");
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertTrue(took.compareTo(LONGEST) < 0, () -> file.length + " bytes took " + took);
    }

    private static void readRows(Table table) throws IOException {
        long line = -1;
        while (table.next()) {
            assertTrue(table.line() > line);
            line = table.line();
            assertTrue(table.count() <= RowCells.MAX_COLUMNS);
            long characters = 0;
            for (int i = 0; i < table.count(); i++) {
                String cell = table.cells()[i];
                characters += cell.length();
                assertTrue(cell.indexOf('\0') < 0);
                assertTrue(!table.isNumber(i) || DECIMAL.matcher(cell).matches());
            }
            assertTrue(characters <= RowCells.MAX_CHARACTERS);
            int count = table.count();
            assertTrue(table.fit(count) && table.count() == count);
        }
    }
}
