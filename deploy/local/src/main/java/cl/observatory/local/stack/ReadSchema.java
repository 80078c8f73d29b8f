package cl.observatory.local.stack;

import cl.observatory.local.postgres.Database;
import cl.observatory.local.process.LocalStackException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What query can make again from the topics. What it keeps lies in a schema of its own, which nobody drops. */
final class ReadSchema {

    private final Database database;

    ReadSchema(Database database) {
        this.database = database;
    }

    /** To be called while query does not run. Query makes it again when it starts, and begins with the first event. */
    void drop() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists read cascade");
        } catch (SQLException failed) {
            throw new LocalStackException("The read schema of query cannot be dropped: " + failed.getMessage(), failed);
        }
    }

    /** Whether everything is applied that the topics held when query made the schema. */
    boolean isWhole() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select not exists (select from read.awaited_event)")) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException failed) {
            throw new LocalStackException("The read schema of query cannot be read: " + failed.getMessage(), failed);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
