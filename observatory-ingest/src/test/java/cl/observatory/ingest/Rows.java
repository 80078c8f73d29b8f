package cl.observatory.ingest;

import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ObservationBatchCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Rows of observations as texts: the codes of their columns in order, the value before the status. */
public final class Rows {

    private Rows() {}

    /** What the service keeps of an import. */
    public static List<String> kept(String importId) {
        List<String> rows = new ArrayList<>();
        Store.query(
                        "select data from release_batch where release_id = ? order by sequence",
                        batch -> ObservationBatchCodec.decode(batch.getBytes(1)),
                        UUID.fromString(importId))
                .forEach(batch -> rows.addAll(of(batch)));
        return rows;
    }

    public static List<String> of(ObservationBatch batch) {
        List<String> rows = new ArrayList<>();
        int status = batch.columns().size() - 1;
        for (int row = 0; row < batch.rows(); row++) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < status; column++) {
                text.append(code(batch, column, row)).append('|');
            }
            text.append(batch.isMissing(row) ? "" : batch.value(row)).append('|');
            rows.add(text.append(code(batch, status, row)).toString());
        }
        return rows;
    }

    private static String code(ObservationBatch batch, int column, int row) {
        return batch.dictionary(column).get(batch.code(column, row));
    }
}
