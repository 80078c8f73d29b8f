package cl.observatory.ingest.masking;

import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.ingest.disclosure.Margin;
import cl.observatory.ingest.release.BatchReader;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Adds the cells of a file up to margins, a year at a time. They lie in a table that is gone with the transaction. */
final class TableRows {

    /** From the weakest to the strongest status: a sum has the strongest of its parts that have a value. */
    private static final String STATUSES = "array['A','P','V','I','G','E','F','D','K','N','U','B','L','O','M','Q']";

    private static final String ADD_UP = """
            select area.above, {first_day} as first_day, {codes} as codes, sum(c.value)::bigint as value,
                   ({statuses})[coalesce(
                       max(array_position({statuses}, c.status)) filter (where c.value is not null),
                       max(array_position({statuses}, c.status)))] as status
            from restricted_cell c
            join unnest(?::text[], ?::text[]) as area (code, above) on area.code = c.ref_area
            where c.period >= ? and c.period < ?
            group by 1, 2, 3
            order by 1, 2, 3
            """;

    private static final String CREATE = """
            create temporary table restricted_cell (
                ref_area text, codes text[], period date, value bigint, status text) on commit drop
            """;

    private static final String ADD = """
            insert into restricted_cell (ref_area, codes, period, value, status)
            select area, string_to_array(codes, '|'), period, value, status
            from unnest(?::text[], ?::text[], ?::date[], ?::bigint[], ?::text[])
                as cell (area, codes, period, value, status)
            """;

    private static final String YEARS =
            "select distinct extract(year from period)::integer from restricted_cell order by 1";

    private static final Map<Frequency, String> FIRST_DAYS = Map.of(
            Frequency.A,
            "date_trunc('year', c.period)::date",
            Frequency.S,
            "(date_trunc('year', c.period) + interval '6 months' * div(extract(month from c.period) - 1, 6)::integer)::date",
            Frequency.Q,
            "date_trunc('quarter', c.period)::date",
            Frequency.M,
            "c.period");

    private final Connection connection;
    private final List<String> dimensions;

    /**
     * @param dimensions of the data set, in their order
     */
    private TableRows(Connection connection, List<String> dimensions) {
        this.connection = connection;
        this.dimensions = dimensions;
    }

    /** The rows of an import, taken out of its batches: none of them is kept as it is. */
    static TableRows takenFrom(Connection connection, UUID importId, List<String> dimensions) throws SQLException {
        TableRows rows = new TableRows(connection, dimensions);
        try (Statement create = connection.createStatement()) {
            create.execute(CREATE);
        }
        BatchReader.forEach(connection, importId, rows::add);
        try (PreparedStatement delete = connection.prepareStatement("delete from release_batch where release_id = ?")) {
            delete.setObject(1, importId);
            delete.executeUpdate();
        }
        try (Statement analyze = connection.createStatement()) {
            analyze.execute("analyze restricted_cell");
        }
        return rows;
    }

    private void add(ObservationBatch batch) throws SQLException {
        int status = batch.columns().size() - 1;
        Object[][] columns = new Object[5][batch.rows()];
        for (int row = 0; row < batch.rows(); row++) {
            List<String> codes = new ArrayList<>();
            for (int column = 2; column < status; column++) {
                codes.add(batch.dictionary(column).get(batch.code(column, row)));
            }
            columns[0][row] = batch.dictionary(0).get(batch.code(0, row));
            columns[1][row] = String.join("|", codes);
            columns[2][row] = Period.parse(batch.dictionary(1).get(batch.code(1, row)))
                    .orElseThrow()
                    .start();
            columns[3][row] = batch.isMissing(row) ? null : batch.value(row);
            columns[4][row] = batch.dictionary(status).get(batch.code(status, row));
        }
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            String[] types = {"text", "text", "date", "bigint", "text"};
            for (int column = 0; column < columns.length; column++) {
                insert.setArray(column + 1, connection.createArrayOf(types[column], columns[column]));
            }
            insert.executeUpdate();
        }
    }

    /**
     * A cell of a margin.
     *
     * @param codes of the margin's dimensions, in their order
     * @param value null when nothing that it adds up has one
     */
    record Row(String area, Period period, List<String> codes, Long value, String status) {}

    /** What readers were told of a table's cells in a year. */
    List<ShownCells.Shown> shown(String datasetId, int year) throws SQLException {
        return new ShownCells(connection).of(datasetId, year);
    }

    List<Integer> years() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(YEARS);
                ResultSet rows = select.executeQuery()) {
            List<Integer> years = new ArrayList<>();
            while (rows.next()) {
                years.add(rows.getInt(1));
            }
            return years;
        }
    }

    /** The codes of a dimension that some staged cell has. */
    List<String> codes(int dimension) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select distinct codes[?] from restricted_cell order by 1")) {
            select.setInt(1, dimension + 1);
            try (ResultSet rows = select.executeQuery()) {
                List<String> codes = new ArrayList<>();
                while (rows.next()) {
                    codes.add(rows.getString(1));
                }
                return codes;
            }
        }
    }

    /**
     * @param above the territory of the margin's level that each territory lies in
     */
    List<Row> of(Margin margin, Map<String, String> above, int year) throws SQLException {
        String codes = margin.dimensions().stream()
                .map(dimension -> "c.codes[" + (dimensions.indexOf(dimension) + 1) + "]")
                .collect(Collectors.joining(", ", "array[", "]::text[]"));
        String sql = ADD_UP.replace("{first_day}", FIRST_DAYS.get(margin.frequency()))
                .replace("{codes}", codes)
                .replace("{statuses}", STATUSES);
        Array codesBelow = connection.createArrayOf("text", above.keySet().toArray());
        Array codesAbove = connection.createArrayOf("text", above.values().toArray());
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, codesBelow);
            select.setArray(2, codesAbove);
            select.setObject(3, LocalDate.of(year, 1, 1), Types.DATE);
            select.setObject(4, LocalDate.of(year + 1, 1, 1), Types.DATE);
            try (ResultSet rows = select.executeQuery()) {
                return read(rows, margin.frequency());
            }
        }
    }

    private static List<Row> read(ResultSet rows, Frequency frequency) throws SQLException {
        List<Row> read = new ArrayList<>();
        while (rows.next()) {
            read.add(new Row(
                    rows.getString("above"),
                    Period.containing(frequency, rows.getObject("first_day", LocalDate.class)),
                    List.of((String[]) rows.getArray("codes").getArray()),
                    rows.getObject("value", Long.class),
                    rows.getString("status")));
        }
        return read;
    }
}
