package cl.observatory.ingest.check;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Period;
import cl.observatory.ingest.Definition;
import cl.observatory.ingest.classification.Schemes;
import cl.observatory.ingest.territory.TerritoryTable;
import cl.observatory.local.TestServers;
import cl.observatory.local.postgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file and the current release of its data set, as the tables that rules look at. */
final class StagedFile {

    private static final Database DATABASE = TestServers.createDatabase("checks");

    private final DatasetDefined dataset;
    private final Map<List<String>, Integer> series = new LinkedHashMap<>();
    private final List<Cell> sent = new ArrayList<>();
    private final List<Cell> current = new ArrayList<>();
    private boolean full = true;
    private LocalDate retrievedOn = LocalDate.of(2026, 11, 24);

    StagedFile(DatasetDefined dataset) {
        this.dataset = dataset;
    }

    private record Cell(int series, LocalDate period, Long value) {}

    /** Of monthly counts by commune and CEAD class. */
    static StagedFile ofCases() {
        return new StagedFile(Definition.cases());
    }

    /** A cell of the file; a value of null is one that is stated to be missing. */
    StagedFile sends(String area, String period, String code, Long value) {
        sent.add(cell(area, period, code, value));
        return this;
    }

    /** A cell of the current release. */
    StagedFile had(String area, String period, String code, Long value) {
        current.add(cell(area, period, code, value));
        return this;
    }

    /** The same cell in the file and in the current release. */
    StagedFile keeps(String area, String period, String code, Long value) {
        return sends(area, period, code, value).had(area, period, code, value);
    }

    /** The file adds to what is there. */
    StagedFile merged() {
        full = false;
        return this;
    }

    StagedFile retrievedOn(LocalDate day) {
        retrievedOn = day;
        return this;
    }

    /** What rules find, in their order. */
    List<Finding> findings(CheckRule... rules) {
        try (Connection connection =
                DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.username(), DATABASE.password())) {
            connection.setAutoCommit(false);
            fill(connection);
            List<Finding> findings = new ArrayList<>();
            try (ComparedCells cells = ComparedCells.open(connection, dataset, TerritoryTable.TERRITORIES, full)) {
                CheckRun run = new CheckRun(cells, Schemes.CLASSIFICATIONS, retrievedOn);
                for (CheckRule rule : rules) {
                    findings.addAll(run.of(rule));
                }
            }
            return findings;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What a rule with one thing to say finds. */
    Finding finding(CheckRule rule) {
        List<Finding> findings = findings(rule);
        if (findings.size() != 1) {
            throw new AssertionError(findings);
        }
        return findings.getFirst();
    }

    private Cell cell(String area, String period, String code, Long value) {
        List<String> key = code == null ? List.of(area) : List.of(area, code);
        return new Cell(
                series.computeIfAbsent(key, first -> series.size()),
                Period.parse(period).orElseThrow().start(),
                value);
    }

    private void fill(Connection connection) throws SQLException {
        try (Statement create = connection.createStatement()) {
            create.execute("""
                    create temporary table staged_series (id integer primary key, ref_area text, codes text[]);
                    create temporary table staged_cell (series integer, period date, value bigint, status "char",
                        season smallint generated always as (extract(month from period)) stored);
                    create temporary table current_cell (like staged_cell including generated);
                    create temporary table earlier_cell (like staged_cell including generated)
                    """);
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into staged_series values (?, ?, ?)")) {
            for (Map.Entry<List<String>, Integer> entry : series.entrySet()) {
                List<String> key = entry.getKey();
                insert.setInt(1, entry.getValue());
                insert.setString(2, key.getFirst());
                insert.setArray(
                        3,
                        connection.createArrayOf(
                                "text", key.subList(1, key.size()).toArray()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        insert(connection, "insert into staged_cell values (?, ?, ?, 'A')", sent);
        insert(connection, "insert into current_cell values (?, ?, ?, 'A')", current);
        try (Statement create = connection.createStatement()) {
            for (String cells : List.of("staged", "current")) {
                create.execute("""
                        create temporary table %1$s_place as
                        select distinct ref_area as area, period from %1$s_cell join staged_series on id = series
                        where value is not null
                        """.formatted(cells));
            }
        }
    }

    private static void insert(Connection connection, String sql, List<Cell> cells) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Cell cell : cells) {
                insert.setInt(1, cell.series());
                insert.setObject(2, cell.period());
                insert.setObject(3, cell.value(), Types.BIGINT);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
