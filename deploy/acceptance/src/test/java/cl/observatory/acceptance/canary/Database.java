package cl.observatory.acceptance.canary;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The server of the stack, as its superuser sees it. */
final class Database {

    private static final String TABLES = """
            select quote_ident(table_schema) || '.' || quote_ident(table_name)
            from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
            order by 1
            """;

    private final String server;
    private final String password;

    /**
     * @param server address and port
     */
    Database(String server, String password) {
        this.server = server;
        this.password = password;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + server + "/" + database, "postgres", password);
    }

    List<String> names() throws SQLException {
        return strings("postgres", "select datname from pg_database where datallowconn and datname <> 'template1'");
    }

    List<String> tables(String database) throws SQLException {
        return strings(database, TABLES);
    }

    List<String> strings(String database, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Connection connection = connect(database);
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }

    void execute(String database, String... commands) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    /** Makes the server write everything to its files. */
    void checkpoint() throws SQLException {
        execute("postgres", "checkpoint");
    }

    /**
     * Every value of every table.
     *
     * @param taker gets the name of the column, and the values of one row after the other
     */
    void dump(String database, BiConsumer<String, byte[]> taker) throws SQLException {
        for (String table : tables(database)) {
            values(database, "select * from " + table, table, taker);
        }
    }

    /** What the server tells of itself: statements under way, and statistics of the columns. */
    void dumpViews(String database, BiConsumer<String, byte[]> taker) throws SQLException {
        for (String view : List.of("pg_stat_activity", "pg_stats", "pg_stat_replication", "pg_prepared_statements")) {
            values(database, "select * from " + view, view, taker);
        }
    }

    private void values(String database, String sql, String of, BiConsumer<String, byte[]> taker) throws SQLException {
        try (Connection connection = connect(database);
                PreparedStatement select = connection.prepareStatement(sql)) {
            // without this the driver would hold all rows at once
            connection.setAutoCommit(false);
            select.setFetchSize(1000);
            try (ResultSet rows = select.executeQuery()) {
                ResultSetMetaData columns = rows.getMetaData();
                while (rows.next()) {
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        byte[] value = value(rows, i, columns.getColumnTypeName(i));
                        if (value != null) {
                            taker.accept(database + " " + of + "." + columns.getColumnName(i), value);
                        }
                    }
                }
            }
        }
    }

    private static byte[] value(ResultSet rows, int column, String type) throws SQLException {
        if (type.equals("bytea")) {
            return rows.getBytes(column);
        }
        String text = rows.getString(column);
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    /** What the server counted for each table and index, by view, name and column. */
    Map<String, String> statistics(String database) throws SQLException {
        Map<String, String> statistics = new TreeMap<>();
        for (String view : List.of("pg_stat_user_tables", "pg_stat_user_indexes")) {
            for (String column : strings(database, """
                    select concat_ws(' ', '%s', coalesce(each ->> 'indexrelname', each ->> 'relname'), key, coalesce(value, '-'))
                    from (select to_jsonb(view) as each from %1$s view) rows, jsonb_each_text(each)
                    """.formatted(view))) {
                int value = column.indexOf(' ', column.indexOf(' ', column.indexOf(' ') + 1) + 1);
                statistics.put(column.substring(0, value), column.substring(value + 1));
            }
        }
        return statistics;
    }

    /** All rows of a database as text, by table. */
    Map<String, List<String>> rows(String database) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : tables(database)) {
            rows.put(table, strings(database, "select row_to_json(each)::text from " + table + " each"));
        }
        return rows;
    }
}
