package cl.observatory.acceptance.fault;

import cl.observatory.local.stack.StackFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The database of reports as its server's superuser sees it, past all wires.
 *
 * @param stack folder of the stack
 */
record Store(Path stack, int port) {

    long count(String table) {
        return Long.parseLong(strings("select count(*) from " + table).getFirst());
    }

    List<String> strings(String sql) {
        List<String> strings = new ArrayList<>();
        try (Connection connection = connect();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
        return strings;
    }

    /** In one transaction. */
    void execute(String... commands) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String command : commands) {
                statement.execute(command);
            }
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(String.join("; ", commands), failed);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/reports",
                "postgres",
                new StackFolder(stack).secrets().password("postgres-superuser"));
    }
}
