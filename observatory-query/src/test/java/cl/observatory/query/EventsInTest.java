package cl.observatory.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.events.Event;
import cl.observatory.events.UnreadableEventException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventsInTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:30Z");

    private static final long OFFSET = 7;

    private final List<Long> done = new ArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final EventsIn events =
            new EventsIn(registry, Clock.fixed(NOW, ZoneOffset.UTC), (topic, partition, offset) -> done.add(offset));

    @ParameterizedTest
    @EnumSource(names = {"APPLIED", "DUPLICATE", "IGNORED"})
    void eventIsCountedByWhatBecameOfIt(Outcome outcome) {
        events.apply("releases", sentAt(NOW), event -> outcome);

        assertEquals(1, count(outcome.name().toLowerCase(Locale.ROOT)));
        assertEquals(1, registry.find("observatory.events.consumed").counters().size());
        assertEquals(List.of(OFFSET), done);
    }

    @Test
    void eventThatCanNeverBeAppliedIsCountedAsRefused() {
        assertThrows(
                UnreadableEventException.class,
                () -> events.apply("releases", sentAt(NOW), event -> {
                    throw new SQLException("not unique", "23505");
                }));

        assertEquals(1, count("refused"));
    }

    @Test
    void recordThatIsNoEventIsCountedAsRefused() {
        ConsumerRecord<String, byte[]> noise = new ConsumerRecord<>("t", 0, OFFSET, "k", new byte[0]);

        assertThrows(UnreadableEventException.class, () -> events.apply("releases", noise, event -> Outcome.APPLIED));

        assertEquals(1, count("refused"));
        assertEquals(List.of(OFFSET), done);
    }

    /** It will be counted when it succeeds. */
    @Test
    void eventThatIsTriedAgainIsNotCountedYet() {
        assertThrows(
                TransientFailure.class,
                () -> events.apply("releases", sentAt(NOW), event -> {
                    throw new SQLException("connection lost", "08006");
                }));

        assertEquals(0, registry.find("observatory.events.consumed").counters().size());
        assertEquals(List.of(), done);
    }

    @Test
    void lagIsTheTimeSinceTheEvent() {
        events.apply("releases", sentAt(NOW.minusSeconds(30)), event -> Outcome.APPLIED);

        assertEquals(
                30.0,
                registry.get("observatory.events.lag")
                        .tag("channel", "releases")
                        .timer()
                        .totalTime(TimeUnit.SECONDS));
    }

    private double count(String outcome) {
        return registry.get("observatory.events.consumed")
                .tag("channel", "releases")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static ConsumerRecord<String, byte[]> sentAt(Instant time) {
        Event event = Event.of(UUID.randomUUID(), "/test", "type", "subject", time, List.of());
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("t", 0, OFFSET, "k", event.data());
        event.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
