package cl.observatory.ingest.masking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.time.Frequency;
import cl.observatory.ingest.disclosure.Margin;
import cl.observatory.local.TestServers;
import cl.observatory.local.postgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TableRowsTest {

    private static final Database DATABASE = TestServers.createDatabase("table_rows");
    private static final Map<String, String> REGIONS = Map.of("13101", "13", "13102", "13", "05101", "05");
    private static final int REGION = 1;

    private Connection connection;
    private TableRows rows;

    @BeforeEach
    void takeRows() throws SQLException {
        connection = DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.username(), DATABASE.password());
        connection.setAutoCommit(false);
        try (Statement create = connection.createStatement()) {
            create.execute("""
                    create temporary table release_batch (
                        release_id uuid, sequence integer, event_id uuid, rows integer, first_period text,
                        last_period text, data bytea) on commit drop
                    """);
        }
        UUID id = UUID.randomUUID();
        TableBatches batches = new TableBatches(connection, id, "cases", List.of("AGE", "SEX"), 3);
        add(batches, 4, "13101", "2024-01", "OLD", "F", "A");
        add(batches, 5, "13102", "2024-01", "OLD", "F", "P");
        add(batches, 7, "13102", "2024-06", "OLD", "M", "A");
        add(batches, 9, "05101", "2024-07", "NEW", "M", "A");
        add(batches, ObservationBatch.MISSING, "05101", "2024-08", "NEW", "F", "O");
        add(batches, 1, "05101", "2023-12", "NEW", "F", "A");
        batches.endYear();
        rows = TableRows.takenFrom(connection, id, List.of("AGE", "SEX"));
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private static void add(TableBatches batches, long value, String... codes) throws SQLException {
        batches.add(codes, value);
    }

    private List<String> of(Frequency frequency, int year, String... dimensions) throws SQLException {
        return rows.of(new Margin(REGION, frequency, List.of(dimensions)), REGIONS, year).stream()
                .map(row ->
                        row.area() + " " + row.period() + " " + row.codes() + " " + row.value() + " " + row.status())
                .toList();
    }

    @Test
    void addsUpTerritoriesAndCodesWithTheStrongestStatusOfAValue() throws SQLException {
        assertEquals(
                List.of("05 2024-07 [M] 9 A", "05 2024-08 [F] null O", "13 2024-01 [F] 9 P", "13 2024-06 [M] 7 A"),
                of(Frequency.M, 2024, "SEX"));
        assertEquals(List.of("05 2023-12 [NEW, F] 1 A"), of(Frequency.M, 2023, "SEX", "AGE"));
    }

    @Test
    void addsUpPeriodsOfEachFrequency() throws SQLException {
        assertEquals(List.of("05 2024 [] 9 A", "13 2024 [] 16 P"), of(Frequency.A, 2024));
        assertEquals(List.of("05 2024-S2 [] 9 A", "13 2024-S1 [] 16 P"), of(Frequency.S, 2024));
        assertEquals(List.of("05 2024-Q3 [] 9 A", "13 2024-Q1 [] 9 P", "13 2024-Q2 [] 7 A"), of(Frequency.Q, 2024));
    }

    @Test
    void takesTheRowsOutOfTheBatches() throws SQLException {
        try (Statement count = connection.createStatement();
                var left = count.executeQuery("select count(*) from release_batch")) {
            left.next();
            assertEquals(0, left.getInt(1));
        }
        assertEquals(List.of(2023, 2024), rows.years());
        assertEquals(List.of("NEW", "OLD"), rows.codes(0));
    }
}
