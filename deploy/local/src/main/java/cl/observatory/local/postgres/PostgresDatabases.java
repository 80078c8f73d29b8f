package cl.observatory.local.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** The databases of one server: each has a role that owns it and may connect to no other. */
public final class PostgresDatabases {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern PASSWORD = Pattern.compile("[0-9A-Za-z]{20,}");

    private final PostgresServer server;

    PostgresDatabases(PostgresServer server) {
        this.server = server;
    }

    /** Makes what is missing of the database, its role and its rights; may be repeated, also after a crash half way. */
    public Database ensure(String name, String password) {
        require(NAME, name, "name of a database");
        require(PASSWORD, password, "password");
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            boolean role = exists(connection, "select 1 from pg_roles where rolname = ?", name);
            // Names and passwords hold letters, digits and underscores only; these commands take no parameters.
            statement.execute((role ? "alter" : "create") + " role " + name + " login password '" + password + "'");
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database " + name + " owner " + name);
            }
            statement.execute("revoke connect, temporary on database " + name + ", postgres, template1 from public");
        } catch (SQLException failed) {
            throw new IllegalStateException("Cannot make the database " + name, failed);
        }
        return new Database(server.jdbcUrl(name), name, password);
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void require(Pattern pattern, String value, String what) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a " + what + ": it must match " + pattern);
        }
    }
}
