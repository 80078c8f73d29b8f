package cl.observatory.benchmark;

import cl.observatory.local.postgres.Database;
import cl.observatory.local.stack.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The table of reports, as whoever owns it sees it. */
final class StoredReports implements AutoCloseable {

    private final Connection connection;

    StoredReports(Stack stack) {
        Database database = stack.databaseOf("reports-migration");
        try {
            connection = DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
        } catch (SQLException failed) {
            throw new IllegalStateException("the table of reports cannot be reached", failed);
        }
    }

    long count() {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from report")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Remembers which are there. */
    void note() {
        execute("create temporary table earlier as select id from report");
    }

    /** Lets those expire that came since {@link #note}, as when their time is over. */
    void expireLater() {
        execute("""
                update report set state = 'PURGED', sealed = null
                where not exists (select from earlier where earlier.id = report.id)
                """);
    }

    /** What is done of itself after a while: what was erased is cleared, and PostgreSQL learns what the table holds. */
    void settle() {
        execute("vacuum analyze report");
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
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
