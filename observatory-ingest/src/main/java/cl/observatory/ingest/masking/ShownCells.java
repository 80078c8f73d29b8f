package cl.observatory.ingest.masking;

import cl.observatory.events.release.ObservationBatch;
import cl.observatory.ingest.release.BatchReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What readers were told of the cells of tables, through all releases. */
final class ShownCells {

    private static final String OF_YEAR = """
            select ref_area, period, codes, value, hidden from shown_cell
            where dataset_id = ? and left(period, 4) = ?
            order by ref_area, period, codes
            """;

    private static final String NOTE = """
            insert into shown_cell (dataset_id, ref_area, period, codes, value, hidden) values (?, ?, ?, ?, ?, ?)
            on conflict (dataset_id, ref_area, period, codes) do update
            set value = coalesce(excluded.value, shown_cell.value), hidden = shown_cell.hidden or excluded.hidden
            """;

    private static final String HIDDEN = "Q";

    private final Connection connection;

    ShownCells(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param codes of the table's dimensions, in their order
     * @param value that was shown last, null when none ever was
     * @param hidden whether it was ever hidden
     */
    record Shown(String area, String period, List<String> codes, Long value, boolean hidden) {}

    List<Shown> of(String datasetId, int year) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_YEAR)) {
            select.setString(1, datasetId);
            select.setString(2, String.format(Locale.ROOT, "%04d", year));
            try (ResultSet rows = select.executeQuery()) {
                List<Shown> shown = new ArrayList<>();
                while (rows.next()) {
                    shown.add(new Shown(
                            rows.getString(1),
                            rows.getString(2),
                            List.of((String[]) rows.getArray(3).getArray()),
                            rows.getObject(4, Long.class),
                            rows.getBoolean(5)));
                }
                return shown;
            }
        }
    }

    /** Notes what the batches of a release show. */
    void note(String datasetId, UUID releaseId) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(NOTE)) {
            note.setString(1, datasetId);
            BatchReader.forEach(connection, releaseId, batch -> note(note, batch));
        }
    }

    private void note(PreparedStatement note, ObservationBatch batch) throws SQLException {
        int status = batch.columns().size() - 1;
        for (int row = 0; row < batch.rows(); row++) {
            String[] codes = new String[status - 2];
            for (int column = 2; column < status; column++) {
                codes[column - 2] = code(batch, column, row);
            }
            note.setString(2, code(batch, 0, row));
            note.setString(3, code(batch, 1, row));
            note.setArray(4, connection.createArrayOf("text", codes));
            note.setObject(5, batch.isMissing(row) ? null : batch.value(row), Types.BIGINT);
            note.setBoolean(6, code(batch, status, row).equals(HIDDEN));
            note.addBatch();
        }
        note.executeBatch();
    }

    private static String code(ObservationBatch batch, int column, int row) {
        return batch.dictionary(column).get(batch.code(column, row));
    }
}
