package cl.observatory.ingest.reference;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.stream.Stream;

/** A CSV file of reference data in the service's own resources. */
public final class ReferenceFile {

    private final byte[] content;

    private ReferenceFile(byte[] content) {
        this.content = content;
    }

    /**
     * @param name below {@code /reference}
     * @throws IllegalStateException when there is no such file
     */
    public static ReferenceFile read(String name) {
        try (InputStream file = ReferenceFile.class.getResourceAsStream("/reference/" + name)) {
            if (file == null) {
                throw new IllegalStateException("no reference file " + name);
            }
            return new ReferenceFile(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Stream<Row> rows() {
        return CsvReader.builder().ofNamedCsvRecord(new String(content, StandardCharsets.UTF_8)).stream()
                .map(Row::new);
    }

    /** SHA-256 over the files in their order; equal versions are equal data. */
    public static String version(ReferenceFile... files) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (ReferenceFile file : files) {
                sha256.update(file.content);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A line of the file; an empty cell is null. */
    public static final class Row {

        private final NamedCsvRecord cells;

        Row(NamedCsvRecord cells) {
            this.cells = cells;
        }

        public String text(String column) {
            String text = cells.getField(column);
            return text.isEmpty() ? null : text;
        }

        public LocalDate date(String column) {
            String text = text(column);
            return text == null ? null : LocalDate.parse(text);
        }
    }
}
