package cl.observatory.benchmark;

import cl.observatory.local.postgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/**
 * The least that any system would do: a row of the same columns and sizes as that of a report, by one prepared statement
 * that is a transaction of its own and durable, with no key but one and nothing read, checked or sealed.
 */
final class BareInsert {

    private static final double NANOS = 1e9;
    private static final int HASH_BYTES = 32;

    /** The padded content, and what sealing adds. */
    private static final int SEALED_BYTES = 16_384 + 48;

    private final Database database;
    private final int connections;

    BareInsert(Database database, int connections) {
        this.database = database;
        this.connections = connections;
    }

    /** Rows a second. */
    double perSecond(Duration duration) {
        List<Writer> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            makeTable();
            for (int i = 0; i < connections; i++) {
                writers.add(new Writer());
            }
            long start = System.nanoTime();
            long end = start + duration.toNanos();
            long rows = 0;
            for (Future<Long> written : threads.invokeAll(
                    writers.stream().map(writer -> writer.until(end)).toList())) {
                rows += written.get();
            }
            return rows * NANOS / (System.nanoTime() - start);
        } catch (SQLException | ExecutionException failed) {
            throw new IllegalStateException("the baseline failed", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the baseline was interrupted", interrupted);
        } finally {
            writers.forEach(Writer::close);
        }
    }

    private void makeTable() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists bare");
            statement.execute("""
                    create table bare (
                        id uuid primary key, receipt_hash bytea not null, epoch integer not null, state text not null,
                        lane integer not null, sealed bytea)
                    """);
            statement.execute("alter table bare alter column sealed set storage external");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    /** One connection. */
    private final class Writer implements AutoCloseable {

        private final Connection connection;
        private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

        private Writer() throws SQLException {
            this.connection = connect();
        }

        private Callable<Long> until(long end) {
            return () -> {
                byte[] hash = new byte[HASH_BYTES];
                byte[] sealed = new byte[SEALED_BYTES];
                random.nextBytes(sealed);
                long rows = 0;
                try (Statement settings = connection.createStatement();
                        PreparedStatement insert = connection.prepareStatement(
                                "insert into bare (id, receipt_hash, epoch, state, lane, sealed) values (?, ?, ?, ?, ?, ?)")) {
                    settings.execute("set synchronous_commit = on");
                    while (System.nanoTime() < end) {
                        random.nextBytes(hash);
                        insert.setObject(1, new UUID(random.nextLong(), random.nextLong()));
                        insert.setBytes(2, hash);
                        insert.setInt(3, 2900);
                        insert.setString(4, "SCREENED");
                        insert.setInt(5, 1);
                        insert.setBytes(6, sealed);
                        insert.executeUpdate();
                        rows++;
                    }
                }
                return rows;
            };
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
}
