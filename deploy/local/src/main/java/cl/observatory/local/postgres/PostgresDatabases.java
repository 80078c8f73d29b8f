package cl.observatory.local.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/** The databases of one server: each has a role that owns it and may connect to no other. */
public final class PostgresDatabases {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern PASSWORD = Pattern.compile("[0-9A-Za-z]{20,}");
    private static final Pattern SETTING = Pattern.compile("[a-z_]+ = [a-z0-9]+");
    private static final Pattern NOTE = Pattern.compile("[0-9A-Za-z]+");

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
            ensureRole(connection, name, password);
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database " + name + " owner " + name);
            }
            statement.execute("revoke connect, temporary on database " + name + ", postgres, template1 from public");
        } catch (SQLException failed) {
            throw new IllegalStateException("Cannot make the database " + name, failed);
        }
        return new Database(server.jdbcUrl(name), name, password);
    }

    /**
     * Makes what is missing of a further account of a database, which owns nothing in it: what it may do, the owner
     * grants.
     */
    public Database ensureAccount(Database database, String account, String password) {
        require(NAME, account, "name of an account");
        require(PASSWORD, password, "password");
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            ensureRole(connection, account, password);
            statement.execute("grant connect on database " + database.username() + " to " + account);
        } catch (SQLException failed) {
            throw new IllegalStateException("Cannot make the account " + account, failed);
        }
        return new Database(database.jdbcUrl(), account, password);
    }

    /**
     * Gives every session of an account these settings and no others.
     *
     * @param settings each such as {@code track_activities = off}; also those that only a superuser may change
     */
    public void setForSessionsOf(String account, List<String> settings) {
        require(NAME, account, "name of an account");
        settings.forEach(setting -> require(SETTING, setting, "setting"));
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("alter role " + account + " reset all");
            for (String setting : settings) {
                statement.execute("alter role " + account + " set " + setting);
            }
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException("Cannot set what holds for the sessions of " + account, failed);
        }
    }

    /** What was noted at the database, and is lost with it; empty when nothing was. */
    public String note(String database) {
        try (Connection connection = server.connect();
                PreparedStatement select = connection.prepareStatement(
                        "select coalesce(shobj_description(oid, 'pg_database'), '') from pg_database where datname = ?")) {
            select.setString(1, database);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("Cannot read what is noted at the database " + database, failed);
        }
    }

    public void setNote(String database, String note) {
        require(NAME, database, "name of a database");
        require(NOTE, note, "note");
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("comment on database " + database + " is '" + note + "'");
        } catch (SQLException failed) {
            throw new IllegalStateException("Cannot note something at the database " + database, failed);
        }
    }

    private static void ensureRole(Connection connection, String name, String password) throws SQLException {
        boolean there = exists(connection, "select 1 from pg_roles where rolname = ?", name);
        try (Statement statement = connection.createStatement()) {
            // Names and passwords hold letters, digits and underscores only; these commands take no parameters.
            statement.execute((there ? "alter" : "create") + " role " + name + " login password '" + password + "'");
        }
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
