package cl.observatory.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.Topics;
import cl.observatory.local.postgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class TestServersTest {

    @Test
    void committedRowsOutliveAKilledPostgres() throws SQLException {
        // Given
        Database database = TestServers.createDatabase("killed");
        execute(database, "create table kept (value int)");
        execute(database, "insert into kept values (42)");

        // When
        TestServers.postgres().kill();
        TestServers.postgres().start();

        // Then
        assertEquals("42", query(database, "select value from kept"));
    }

    @Test
    void aRoleEntersNoDatabaseButItsOwn() {
        // Given
        Database own = TestServers.createDatabase("own");
        Database other = TestServers.createDatabase("other");
        String maintenance = other.jdbcUrl().replaceFirst("/[^/]*$", "/postgres");

        // When
        SQLException refusal = assertThrows(SQLException.class, () -> connect(other.jdbcUrl(), own));
        SQLException maintenanceRefusal = assertThrows(SQLException.class, () -> connect(maintenance, own));

        // Then
        assertTrue(refusal.getMessage().contains("permission denied for database"), refusal.getMessage());
        assertTrue(maintenanceRefusal.getMessage().contains("permission denied for database"));
    }

    @Test
    void anAccountDoesWhatTheOwnerGrantsAndNothingElse() throws SQLException {
        // Given
        Database database = TestServers.createDatabase("shared");
        execute(database, "create table granted (value int)");
        execute(database, "insert into granted values (42)");
        execute(database, "create table kept (value int)");
        Database account = TestServers.createAccount(database, "guest");

        // When
        execute(database, "grant select on granted to " + account.username());

        // Then
        assertEquals("42", query(account, "select value from granted"));
        assertThrows(SQLException.class, () -> query(account, "select value from kept"));
        assertThrows(SQLException.class, () -> execute(account, "create table own (value int)"));
    }

    @Test
    void aWrongPasswordIsRefused() {
        // Given
        Database database = TestServers.createDatabase("guarded");
        Database guess = new Database(database.jdbcUrl(), database.username(), "guess");

        // When
        SQLException refusal = assertThrows(SQLException.class, () -> connect(guess.jdbcUrl(), guess));

        // Then
        assertTrue(refusal.getMessage().contains("password authentication failed"), refusal.getMessage());
    }

    @Test
    void acknowledgedRecordsOutliveAKilledKafka() throws Exception {
        // Given
        Map<String, Object> address = Map.of("bootstrap.servers", TestServers.kafkaBootstrapServers());
        try (var producer = new KafkaProducer<>(address, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.PUBLIC, "key", "kept")).get();
        }

        // When
        TestServers.kafka().kill();
        TestServers.kafka().start();

        // Then
        TopicPartition partition = new TopicPartition(Topics.PUBLIC, 0);
        try (var consumer = new KafkaConsumer<>(address, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var records = consumer.poll(Duration.ofSeconds(20)).records(partition);
            assertEquals(
                    List.of("kept"),
                    records.stream().map(record -> record.value()).toList());
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database.jdbcUrl(), database)) {
            connection.createStatement().execute(sql);
        }
    }

    private static String query(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database.jdbcUrl(), database);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "no row";
        }
    }

    private static Connection connect(String url, Database as) throws SQLException {
        return DriverManager.getConnection(url, as.username(), as.password());
    }
}
