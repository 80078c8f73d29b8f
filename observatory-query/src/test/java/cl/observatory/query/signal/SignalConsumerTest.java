package cl.observatory.query.signal;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.signal.SignalsClosed;
import cl.observatory.events.signal.SignalsClosed.Commune;
import cl.observatory.events.signal.SignalsVisible;
import cl.observatory.query.Caller;
import cl.observatory.query.Communities;
import cl.observatory.query.Country;
import cl.observatory.query.Publisher;
import cl.observatory.query.Servers;
import cl.observatory.query.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Closed months on their way to readers. */
@QuarkusTest
@WithTestResource(Servers.class)
class SignalConsumerTest {

    private static final String DEAD = Topics.COMMUNITY + Topics.DEAD_LETTER;

    @Inject
    Jdbi jdbi;

    private final String category = Communities.code("told");
    private Publisher publisher;

    @BeforeEach
    void open() {
        Country.published();
        publisher = new Publisher();
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void closedMonthIsReadAndToldOfOnce() {
        // Given
        SignalsClosed closed =
                Communities.closed(category, "TELLING", "2025-01", new Commune("13101", 10), new Commune("13127", 5));

        // When it comes, and comes again under its own id and under another one
        UUID id = Communities.send(publisher, closed);
        publisher.send(Topics.COMMUNITY, Communities.event(id, closed));
        UUID again = Communities.send(publisher, closed);
        awaitApplied(again);

        // Then
        try (TopicReader told = new TopicReader(Topics.PUBLIC)) {
            UUID visible = Communities.visibleId(category, "2025-01");
            told.awaitEvent(visible);
            Communities.send(publisher, Communities.closed(category, "TELLING", "2025-02"));
            told.awaitEvent(Communities.visibleId(category, "2025-02"));
            assertEquals(1, told.ofEvent(visible).size());
            Event event = Event.read(
                    told.ofEvent(visible).getFirst().headers(),
                    told.ofEvent(visible).getFirst().value());
            assertEquals(SignalsVisible.TYPE, event.type());
            assertEquals(category, event.subject());
            assertEquals(Instant.parse("2026-11-20T00:00:00Z"), event.time());
            assertEquals(
                    new SignalsVisible(category, "2025-01", Communities.CLOSED_ON, List.of("13101", "13127")),
                    event.data(SignalsVisible.class));
        }
        Caller.reader()
                .get("/v1/signals?category={category}&territory=13101,13127&period=2025-01", category)
                .then()
                .statusCode(200)
                .body("items.band", contains("10-14", "5-9"));
    }

    @Test
    void monthsMayComeInAnyOrder() {
        // When
        Communities.send(publisher, Communities.closed(category, "TELLING", "2025-03", new Commune("13101", 15)));
        Communities.send(publisher, Communities.closed(category, "TELLING", "2025-02", new Commune("13101", 5)));

        // Then
        await().untilAsserted(() -> Caller.reader()
                .get("/v1/signals?category={category}&territory=13101&period=2025-02..2025-03", category)
                .then()
                .body("items.atLeast", contains(5, 15))
                .body("items.period", contains("2025-02", "2025-03")));
    }

    @Test
    void closedMonthIsNeverRevised() {
        // Given
        UUID first = Communities.send(
                publisher, Communities.closed(category, "TELLING", "2025-04", new Commune("13101", 5)));
        awaitApplied(first);

        // When
        UUID second = Communities.send(
                publisher, Communities.closed(category, "TELLING", "2025-04", new Commune("13101", 10)));

        // Then
        try (TopicReader dead = new TopicReader(DEAD)) {
            dead.awaitEvent(second);
        }
        Caller.reader()
                .get("/v1/signals?category={category}&territory=13101&period=2025-04", category)
                .then()
                .body("items.atLeast", contains(5));
    }

    @Test
    void recordThatCannotBeReadHoldsNothingUp() {
        // When
        UUID impossible = Communities.send(publisher, Communities.closed(category, "TELLING", "the thirteenth month"));
        publisher.send(new ProducerRecord<>(Topics.COMMUNITY, category, "noise".getBytes(StandardCharsets.UTF_8)));
        Communities.send(publisher, Communities.closed(category, "TELLING", "2025-05", new Commune("13101", 5)));

        // Then
        await().untilAsserted(() -> Caller.reader()
                .get("/v1/signals?category={category}&territory=13101&period=2025-05", category)
                .then()
                .body("items", hasSize(1))
                .body("items[0].band", equalTo("5-9")));
        try (TopicReader dead = new TopicReader(DEAD)) {
            dead.awaitEvent(impossible);
        }
    }

    @Test
    void typeOfANewerProducerIsNoneOfItsBusiness() {
        // When
        publisher.send(
                Topics.COMMUNITY,
                Event.of(
                        UUID.randomUUID(),
                        "/test",
                        "cl.observatory.signals.else.v1",
                        category,
                        Instant.now(),
                        List.of()));
        UUID behind = Communities.send(publisher, Communities.closed(category, "TELLING", "2025-06"));

        // Then
        awaitApplied(behind);
    }

    private void awaitApplied(UUID event) {
        await().until(() -> jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from processed_event where event_id = :id)")
                        .bind("id", event)
                        .mapTo(Boolean.class)
                        .one()));
    }
}
