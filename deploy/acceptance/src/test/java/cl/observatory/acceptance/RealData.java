package cl.observatory.acceptance;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assertions;

/** The institutions' own files, read without the observatory, and a count of what was checked against them. */
final class RealData {

    static final String VARIABLE = "OBSERVATORY_REAL_DATA";

    private static final AtomicInteger CHECKED = new AtomicInteger();

    private RealData() {}

    static Path cases() {
        return file("cead/cead-cases-2018-2024.csv.gz");
    }

    static Path population() {
        return file("population/ine-2017-projections-commune-2002-2035.csv");
    }

    static Path file(String name) {
        return folder().resolve(name);
    }

    private static Path folder() {
        return Path.of(System.getenv(VARIABLE));
    }

    static void check(Object expected, Object actual, String what) {
        CHECKED.incrementAndGet();
        Assertions.assertEquals(expected, actual, what);
    }

    static int checked() {
        return CHECKED.get();
    }

    /** Cases by commune of a year and some offences, by their labels. */
    static Map<String, Long> cases(String year, Set<String> offences) {
        Map<String, Long> byCommune = new HashMap<>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(unpacked(cases()))) {
            for (var row : rows) {
                if (row.getField("fecha").startsWith(year) && offences.contains(row.getField("delito"))) {
                    byCommune.merge(code(row.getField("cut_comuna")), whole(row.getField("delito_n")), Long::sum);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return byCommune;
    }

    /** Inhabitants by commune in a year. */
    static Map<String, Long> population(String year) {
        Map<String, Long> byCommune = new HashMap<>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(population())) {
            for (var row : rows) {
                if (row.getField("año").equals(year)) {
                    byCommune.put(code(row.getField("cut_comuna")), Long.valueOf(row.getField("población")));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return byCommune;
    }

    private static InputStreamReader unpacked(Path file) throws IOException {
        InputStream in = new GZIPInputStream(Files.newInputStream(file));
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    private static long whole(String written) {
        return Long.parseLong(written.replaceFirst("\\.0$", ""));
    }

    private static String code(String written) {
        return "0".repeat(5 - written.length()) + written;
    }
}
