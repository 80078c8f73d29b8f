package cl.observatory.ingest.imports;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationBatch;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Observations as the observatory writes them: a column for each component, in the order of the data set. */
final class ObservationsCsv implements AutoCloseable {

    private final CsvWriter csv;
    private final DatasetDefined dataset;

    /**
     * @param target is flushed, not closed, with this
     */
    ObservationsCsv(OutputStream target, DatasetDefined dataset) {
        this.dataset = dataset;
        csv = CsvWriter.builder().build(new OutputStreamWriter(target, StandardCharsets.UTF_8));
        List<String> header = new ArrayList<>(List.of(ObservationBatch.REF_AREA, ObservationBatch.TIME_PERIOD));
        dataset.dimensions().forEach(dimension -> header.add(dimension.id()));
        header.add(ObservationBatch.OBS_VALUE);
        header.add(ObservationBatch.OBS_STATUS);
        csv.writeRecord(header);
    }

    void write(ObservationBatch batch) {
        int status = batch.columns().size() - 1;
        String[] cells = new String[status + 2];
        for (int row = 0; row < batch.rows(); row++) {
            for (int column = 0; column < status; column++) {
                cells[column] = batch.dictionary(column).get(batch.code(column, row));
            }
            cells[status] = batch.isMissing(row)
                    ? ""
                    : BigDecimal.valueOf(batch.value(row), dataset.decimals()).toPlainString();
            cells[status + 1] = batch.dictionary(status).get(batch.code(status, row));
            csv.writeRecord(cells);
        }
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }
}
