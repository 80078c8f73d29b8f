package cl.observatory.benchmark;

import cl.observatory.local.postgres.Database;
import cl.observatory.local.sample.SampleDefinitions;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * The least that answers the questions from the same tables: counts, people and rates, and nothing of what an answer says
 * about them. Prepared once, on one connection, with the releases known beforehand.
 */
final class HandWrittenSql implements AutoCloseable {

    private static final String CELLS = """
            select ref_area, period, value from series join cell on series_id = id
            where dataset_id = '{dataset}' and frequency = 'A' and level = 'commune' and dimensions = {dimensions}
              and from_release <= {key} and until_release > {key}
            """;

    private static final String SERIES = """
            select cases.period, cases.value, people.value, cases.value * 100000.0 / people.value
            from ({cases} and ref_area = ?) cases join ({people} and ref_area = ?) people using (ref_area, period)
            order by cases.period
            """;

    private static final String MANY_SERIES = """
            select ref_area, cases.value, people.value, cases.value * 100000.0 / people.value
            from ({cases} and ref_area = any (?)) cases join ({people} and ref_area = any (?)) people
                 using (ref_area, period)
            order by ref_area, cases.period
            """;

    private static final String RANKING = """
            select ref_area, cases.value, people.value, cases.value * 100000.0 / people.value as rate
            from ({cases} and period = ?) cases join ({people} and period = ?) people using (ref_area, period)
            order by rate desc
            """;

    private final Connection connection;
    private final PreparedStatement series;
    private final PreparedStatement manySeries;
    private final PreparedStatement ranking;

    HandWrittenSql(Database database, String dataset) {
        try {
            connection = DriverManager.getConnection(
                    database.jdbcUrl() + "?currentSchema=read,kept", database.username(), database.password());
            String cases = cells(dataset, "?");
            String people = cells(SampleDefinitions.POPULATION, "''");
            series = connection.prepareStatement(of(SERIES, cases, people));
            manySeries = connection.prepareStatement(of(MANY_SERIES, cases, people));
            ranking = connection.prepareStatement(of(RANKING, cases, people));
        } catch (SQLException failed) {
            throw new IllegalStateException("the baseline failed", failed);
        }
    }

    /** Asks once. */
    @FunctionalInterface
    interface Asking {
        void ask(int number) throws SQLException;
    }

    Latencies time(int times, Asking asking) {
        Latencies latencies = new Latencies();
        try {
            for (int i = 0; i < times; i++) {
                long start = System.nanoTime();
                asking.ask(i);
                latencies.add(System.nanoTime() - start);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the baseline failed", failed);
        }
        return latencies;
    }

    void series(String offence, String commune) throws SQLException {
        series.setString(1, offence);
        series.setString(2, commune);
        series.setString(3, commune);
        read(series);
    }

    void series(String offence, List<String> communes) throws SQLException {
        Array areas = connection.createArrayOf("text", communes.toArray());
        manySeries.setString(1, offence);
        manySeries.setArray(2, areas);
        manySeries.setArray(3, areas);
        read(manySeries);
    }

    void ranking(String offence, int year) throws SQLException {
        LocalDate day = LocalDate.of(year, 1, 1);
        ranking.setString(1, offence);
        ranking.setObject(2, day);
        ranking.setObject(3, day);
        read(ranking);
    }

    private static void read(PreparedStatement statement) throws SQLException {
        int rows = 0;
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                found.getString(1);
                found.getLong(2);
                found.getLong(3);
                found.getDouble(4);
                rows++;
            }
        }
        if (rows == 0) {
            throw new SQLException("the baseline found nothing");
        }
    }

    private static String of(String question, String cases, String people) {
        return question.replace("{cases}", cases).replace("{people}", people);
    }

    private String cells(String dataset, String dimensions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select max(key) from release where dataset_id = ? and state = 'VISIBLE'")) {
            statement.setString(1, dataset);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return CELLS.replace("{dataset}", dataset)
                        .replace("{dimensions}", dimensions)
                        .replace("{key}", Integer.toString(found.getInt(1)));
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IllegalStateException("the baseline failed", failed);
        }
    }
}
