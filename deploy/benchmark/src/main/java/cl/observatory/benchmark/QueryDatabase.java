package cl.observatory.benchmark;

import cl.observatory.local.postgres.Database;
import cl.observatory.local.stack.Stack;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** The tables that query answers from, for who measures it beside PostgreSQL alone. */
final class QueryDatabase implements AutoCloseable {

    private static final double NANOS = 1e9;

    private final Connection connection;

    QueryDatabase(Stack stack) {
        Database database = stack.databaseOf("query");
        try {
            connection = DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
            connection.setSchema("read");
        } catch (SQLException failed) {
            throw new IllegalStateException("the tables of query cannot be reached", failed);
        }
    }

    /** What somebody may do by hand before measuring anything: PostgreSQL learns what the tables hold. */
    void settle() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze cell, series");
        } catch (SQLException failed) {
            throw new IllegalStateException("the tables of query cannot be analysed", failed);
        }
    }

    int number(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /**
     * {@code COPY (SELECT …) TO STDOUT}.
     *
     * @return seconds until the last byte was here
     */
    double copyOut(String select, OutputStream target) throws IOException {
        long start = System.nanoTime();
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + select + ") to stdout (format csv)", target);
        } catch (SQLException failed) {
            throw new IllegalStateException("the baseline failed", failed);
        }
        return (System.nanoTime() - start) / NANOS;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
