package cl.observatory.reports;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.filing.FilingRootSigned;
import cl.observatory.events.signal.SignalsClosed;
import cl.observatory.reports.signal.Signals;
import cl.observatory.reports.territory.Communes;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What this service tells the others keeps the stored contracts of events, and tells no time finer than a day. */
@QuarkusTest
@WithTestResource(Servers.class)
class EventContractTest {

    private static final Path CONTRACTS = Path.of("../docs/contracts/events");

    @Inject
    Signals signals;

    @Inject
    Jdbi jdbi;

    @Test
    void closedMonthKeepsItsContract() throws SQLException {
        // Given a month that no other test closes
        Communes.publish();
        YearMonth month = YearMonth.of(2021, 3);
        LocalDate today = LocalDate.of(2021, 4, 8);

        // When
        jdbi.useTransaction(handle -> signals.close(handle, month, Map.of("EXTORTION", Map.of("13101", 100)), today));

        // Then
        List<Event> told = await().until(
                        () -> told(SignalsClosed.TYPE).stream()
                                .filter(event ->
                                        event.data(SignalsClosed.class).month().equals(month.toString()))
                                .toList(),
                        events -> events.size() > 1);
        assertFalse(told.isEmpty());
        for (Event event : told) {
            assertEquals(List.of(), faults(event), event.subject());
            assertEquals("/community-reports", event.source());
            assertEquals(event.data(SignalsClosed.class).category(), event.subject());
            assertEquals(Instant.parse("2021-04-08T00:00:00Z"), event.time());
        }
    }

    /** Yesterday is closed when the service starts. */
    @Test
    void rootOfADayKeepsItsContract() {
        // When
        List<Event> told = await().until(() -> told(FilingRootSigned.TYPE), events -> !events.isEmpty());

        // Then
        for (Event event : told) {
            assertEquals(List.of(), faults(event));
            assertEquals("/community-reports", event.source());
            assertEquals("filing-roots", event.subject());
            assertEquals(
                    event.data(FilingRootSigned.class)
                            .day()
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant(),
                    event.time());
        }
    }

    private static List<Event> told(String type) {
        return Topic.read(Topics.COMMUNITY).stream()
                .map(record -> Event.read(record.headers(), record.value()))
                .filter(event -> event.type().equals(type))
                .toList();
    }

    private static List<String> faults(Event event) {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()))
                .getSchema(read(event.type() + ".schema.json"))
                .validate(new String(event.data(), StandardCharsets.UTF_8), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(CONTRACTS.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
