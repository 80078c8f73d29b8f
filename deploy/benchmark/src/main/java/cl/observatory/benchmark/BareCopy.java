package cl.observatory.benchmark;

import cl.observatory.local.postgres.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** The least that any system would do: the same rows into a table with the same key, durable, and nothing checked. */
final class BareCopy {

    private static final double NANOS = 1e9;

    private final Database database;

    BareCopy(Database database) {
        this.database = database;
    }

    double seconds(Path file) throws IOException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement();
                InputStream rows = Files.newInputStream(file)) {
            statement.execute("drop table if exists bare");
            statement.execute("""
                    create table bare (
                        ref_area text, time_period text, crime_class text, obs_value bigint,
                        primary key (ref_area, crime_class, time_period))
                    """);
            long start = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bare from stdin (format csv, header)", rows, 1 << 16);
            return (System.nanoTime() - start) / NANOS;
        } catch (SQLException failed) {
            throw new IllegalStateException("the baseline failed", failed);
        }
    }
}
