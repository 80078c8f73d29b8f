package cl.observatory.ingest.imports;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationAttribute;
import cl.observatory.events.release.ObservationBatch;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Observations as the observatory writes them: a column for each component, in the order of the data set, and of estimates
 * behind them one for each attribute.
 */
final class ObservationsCsv implements AutoCloseable {

    private final CsvWriter csv;
    private final DatasetDefined dataset;
    private final List<ObservationAttribute> attributes;

    /**
     * @param target is flushed, not closed, with this
     */
    ObservationsCsv(OutputStream target, DatasetDefined dataset) {
        this.dataset = dataset;
        this.attributes = dataset.hasEstimates() ? List.of(ObservationAttribute.values()) : List.of();
        csv = CsvWriter.builder().build(new OutputStreamWriter(target, StandardCharsets.UTF_8));
        List<String> header = new ArrayList<>(List.of(ObservationBatch.REF_AREA, ObservationBatch.TIME_PERIOD));
        dataset.dimensions().forEach(dimension -> header.add(dimension.id()));
        header.add(ObservationBatch.OBS_VALUE);
        header.add(ObservationBatch.OBS_STATUS);
        attributes.forEach(attribute -> header.add(attribute.name()));
        csv.writeRecord(header);
    }

    void write(ObservationBatch batch) {
        int status = batch.columns().size() - 1;
        String[] cells = new String[status + 2 + attributes.size()];
        for (int row = 0; row < batch.rows(); row++) {
            for (int column = 0; column < status; column++) {
                cells[column] = batch.dictionary(column).get(batch.code(column, row));
            }
            cells[status] = number(batch.value(row), dataset.decimals());
            cells[status + 1] = batch.dictionary(status).get(batch.code(status, row));
            for (int i = 0; i < attributes.size(); i++) {
                ObservationAttribute attribute = attributes.get(i);
                cells[status + 2 + i] =
                        number(batch.attribute(attribute, row), attribute.isScaled() ? dataset.decimals() : 0);
            }
            csv.writeRecord(cells);
        }
    }

    private static String number(long whole, int decimals) {
        return whole == ObservationBatch.MISSING
                ? ""
                : BigDecimal.valueOf(whole, decimals).toPlainString();
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }
}
