package cl.observatory.ingest.imports;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.ingest.conflict.ConflictType;
import cl.observatory.ingest.conflict.Conflicts;
import cl.observatory.ingest.profile.Profiles;
import cl.observatory.ingest.reading.RowReader;
import cl.observatory.ingest.reading.Schemes;
import cl.observatory.ingest.reading.ShapedRows;
import cl.observatory.ingest.table.FilesConfig;
import cl.observatory.ingest.table.SourceStream;
import cl.observatory.ingest.table.Table;
import cl.observatory.ingest.table.Tables;
import cl.observatory.ingest.table.UnreadableFileException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;

/** The first rows of a file as they would be read; nothing is kept, and the rest of the file is not looked at. */
final class FilePreview {

    private final Profiles.Reading reading;
    private final Schemes schemes;
    private final FilesConfig files;
    private final Conflicts conflicts = new Conflicts();
    private final List<Observation> observations = new ArrayList<>();
    private List<String> columns = List.of();
    private long leftOut;
    private String encoding;

    FilePreview(Profiles.Reading reading, Schemes schemes, FilesConfig files) {
        this.reading = reading;
        this.schemes = schemes;
        this.files = files;
    }

    /**
     * A row as it would be read.
     *
     * @param codes by component
     * @param value null when it is missing, or rows are cases
     * @param attributes what stands beside it, by component; empty but for estimates
     */
    record Observation(long row, Map<String, String> codes, BigDecimal value, Map<String, BigDecimal> attributes) {}

    /**
     * @param columns as the header names them
     * @param leftOut rows among the first that the profile leaves out
     * @param encoding that a text was read in, as far as it was read
     */
    record Seen(
            List<String> columns,
            List<Observation> observations,
            long leftOut,
            String encoding,
            List<Conflicts.Group> conflicts) {}

    /**
     * @param rows how many rows of data to read
     * @throws IOException when the body breaks off
     */
    Seen read(InputStream body, int rows) throws IOException {
        try (SourceStream source = SourceStream.open(body, OutputStream.nullOutputStream(), files);
                Table table = Tables.open(source, reading.profile().tableOptions())) {
            readRows(table, rows);
            encoding = table.encoding() == null ? null : table.encoding().name();
        } catch (UnreadableFileException unreadable) {
            conflicts.add(unreadable.conflict(), unreadable.line(), unreadable.column(), unreadable.value());
        } catch (ZipException | EOFException damaged) {
            conflicts.add(ConflictType.DAMAGED_GZIP, 0, null, null);
        }
        return new Seen(columns, observations, leftOut, encoding, conflicts.groups());
    }

    private void readRows(Table table, int rows) throws IOException {
        ShapedRows shaped = new ShapedRows(table, reading.profile(), conflicts);
        columns = shaped.fileColumns();
        if (!conflicts.isEmpty()) {
            return;
        }
        RowReader reader = new RowReader(reading.dataset(), reading.profile(), "A", schemes, shaped);
        for (int row = 0; row < rows && shaped.next(); row++) {
            if (reader.read()) {
                observations.add(observation(shaped.line(), reader));
            }
        }
        leftOut = shaped.dropped();
    }

    private Observation observation(long line, RowReader reader) {
        DatasetDefined dataset = reading.dataset();
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put(ObservationBatch.REF_AREA, reader.codes()[0]);
        codes.put(ObservationBatch.TIME_PERIOD, reader.codes()[1]);
        for (int i = 0; i < dataset.dimensions().size(); i++) {
            codes.put(dataset.dimensions().get(i).id(), reader.codes()[2 + i]);
        }
        codes.put(ObservationBatch.OBS_STATUS, reader.codes()[reader.codes().length - 1]);
        boolean hasValue = !reading.profile().countsCases() && reader.value() != ObservationBatch.MISSING;
        Map<String, BigDecimal> attributes = new LinkedHashMap<>();
        reader.beside()
                .forEach((attribute, number) -> attributes.put(
                        attribute.name(), BigDecimal.valueOf(number, attribute.isScaled() ? dataset.decimals() : 0)));
        return new Observation(
                line, codes, hasValue ? BigDecimal.valueOf(reader.value(), dataset.decimals()) : null, attributes);
    }
}
