package cl.observatory.ingest.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.events.Event;
import cl.observatory.events.outbox.Outbox;
import cl.observatory.events.outbox.OutboxRelay;
import cl.observatory.local.TestServers;
import cl.observatory.local.postgres.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The outbox on the table of this service's migration, with a broker that does as each test says. */
class OutboxRelayTest {

    private static final String TOPIC = "a-topic";

    private final PGSimpleDataSource dataSource = new PGSimpleDataSource();
    private final List<String> broker = new ArrayList<>();

    @BeforeEach
    void createOutbox() throws SQLException, IOException {
        Database database = TestServers.createDatabase("outbox");
        dataSource.setUrl(database.jdbcUrl());
        dataSource.setUser(database.username());
        dataSource.setPassword(database.password());
        try (InputStream migration = getClass().getResourceAsStream("/db/migration/V001__create_outbox.sql");
                Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void eventsAreSentOnceInTheOrderInWhichTheyWereStored() throws SQLException {
        // Given
        List<String> subjects =
                IntStream.range(0, 45).mapToObj(i -> "subject-" + i).toList();
        store(subjects);
        OutboxRelay relay = new OutboxRelay(dataSource, this::takes);

        // When
        List<Integer> pages = List.of(relay.relay(), relay.relay(), relay.relay(), relay.relay());

        // Then
        assertEquals(subjects, broker);
        assertEquals(List.of(20, 20, 5, 0), pages);
    }

    @Test
    void eventArrivesAsItWasStored() throws SQLException {
        // Given
        Event stored = new Event(
                UUID.randomUUID(),
                "/source",
                "a.type.v1",
                "subject",
                Instant.parse("2026-11-24T12:00:00.123456Z"),
                Event.Encoding.ZSTD,
                new byte[] {0, 1, 2});
        change(connection -> Outbox.add(connection, TOPIC, stored));
        List<Event> sent = new ArrayList<>();

        // When
        new OutboxRelay(dataSource, (topic, event) -> {
                    sent.add(event);
                    return takes(topic, event);
                })
                .relay();

        // Then
        assertEquals(stored.headers(), sent.getFirst().headers());
        assertEquals(
                List.of(TOPIC + "/subject"),
                broker.stream().map(subject -> TOPIC + "/" + subject).toList());
        assertEquals(2, sent.getFirst().data()[2]);
    }

    @Test
    void eventOfAChangeThatWasRolledBackIsNeverSent() throws SQLException {
        // Given
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Outbox.add(connection, TOPIC, event("undone"));
            connection.rollback();
        }

        // When
        int sent = new OutboxRelay(dataSource, this::takes).relay();

        // Then
        assertEquals(0, sent);
        assertEquals(List.of(), broker);
    }

    @Test
    void eventsThatTheBrokerDidNotAcknowledgeAreSentAgain() throws SQLException {
        // Given
        store(List.of("first", "second"));
        OutboxRelay failing = new OutboxRelay(dataSource, (topic, event) -> {
            broker.add(event.subject());
            return new CompletableFuture<Void>()
                    .completeOnTimeout(null, 1, TimeUnit.MILLISECONDS)
                    .thenCompose(late -> CompletableFuture.failedFuture(new IllegalStateException("no broker")));
        });

        // When
        assertThrows(CompletionException.class, failing::relay);
        int sent = new OutboxRelay(dataSource, this::takes).relay();

        // Then
        assertEquals(2, sent);
        assertEquals(List.of("first", "second"), broker.subList(broker.size() - 2, broker.size()));
    }

    @Test
    void nothingOvertakesAnEventThatCannotBeSent() throws SQLException {
        // Given
        store(List.of("first", "stuck", "third"));
        Set<String> stuck = new HashSet<>(Set.of("stuck"));
        OutboxRelay relay = new OutboxRelay(
                dataSource,
                (topic, event) -> stuck.contains(event.subject())
                        ? CompletableFuture.failedFuture(new IllegalStateException("no broker"))
                        : takes(topic, event));

        // When
        assertThrows(CompletionException.class, relay::relay);
        List<String> whileStuck = List.copyOf(broker);
        stuck.clear();
        relay.relay();

        // Then
        assertEquals(List.of("first"), whileStuck);
        assertEquals(List.of("first", "first", "stuck", "third"), broker);
    }

    @Test
    void onlyOneRelayWorksAtATime() throws SQLException, InterruptedException, ExecutionException {
        // Given
        store(List.of("first"));
        CountDownLatch sending = new CountDownLatch(1);
        CompletableFuture<Void> acknowledgement = new CompletableFuture<>();
        OutboxRelay slow = new OutboxRelay(dataSource, (topic, event) -> {
            sending.countDown();
            return acknowledgement;
        });
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Integer> sentBySlow = other.submit(slow::relay);
            sending.await();

            // When
            int sentByAnother = new OutboxRelay(dataSource, this::takes).relay();

            // Then
            acknowledgement.complete(null);
            assertEquals(0, sentByAnother);
            assertEquals(1, sentBySlow.get());
            assertEquals(List.of(), broker);
        }
    }

    @Test
    void eventWithAComputedIdIsStoredOnceEvenAfterItWasSent() throws SQLException {
        // Given
        Event event = event("computed");
        change(connection -> Outbox.addOnce(connection, TOPIC, event));
        OutboxRelay relay = new OutboxRelay(dataSource, this::takes);
        relay.relay();

        // When
        change(connection -> Outbox.addOnce(connection, TOPIC, event));
        int sentAgain = relay.relay();

        // Then
        assertEquals(0, sentAgain);
        assertEquals(List.of("computed"), broker);
    }

    private CompletionStage<Void> takes(String topic, Event event) {
        broker.add(event.subject());
        return CompletableFuture.completedFuture(null);
    }

    private void store(List<String> subjects) throws SQLException {
        change(connection -> {
            for (String subject : subjects) {
                Outbox.add(connection, TOPIC, event(subject));
            }
        });
    }

    private interface Change {
        void in(Connection connection) throws SQLException;
    }

    private void change(Change change) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            change.in(connection);
            connection.commit();
        }
    }

    private static Event event(String subject) {
        return new Event(
                UUID.randomUUID(),
                "/source",
                "a.type.v1",
                subject,
                Instant.EPOCH,
                Event.Encoding.IDENTITY,
                "{}".getBytes(StandardCharsets.UTF_8));
    }
}
