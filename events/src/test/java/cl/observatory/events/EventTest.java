package cl.observatory.events;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {

    private static final UUID ID = UUID.fromString("f0a1c9d2-5a53-4a58-9d0c-3a1b2c3d4e5f");
    private static final Instant TIME = Instant.parse("2026-11-24T12:00:00.000123Z");
    private static final byte[] DATA = {1, 2, 3};

    @ParameterizedTest
    @EnumSource
    void eventComesBackFromItsHeadersAsItWas(Event.Encoding encoding) {
        // Given
        Event event = new Event(ID, "/source", "a.type.v1", "sübject", TIME, encoding, DATA);

        // When
        Event read = Event.read(headers(event), event.data());

        // Then
        assertEquals(ID, read.id());
        assertEquals("/source", read.source());
        assertEquals("a.type.v1", read.type());
        assertEquals("sübject", read.subject());
        assertEquals(TIME, read.time());
        assertEquals(encoding, read.encoding());
        assertArrayEquals(DATA, read.data());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time"})
    void recordWithoutAnAttributeIsUnreadable(String attribute) {
        // Given
        Headers absent = headers(event()).remove(attribute);
        Headers empty = headers(event()).remove(attribute).add(attribute, null);

        // When
        Runnable readAbsent = () -> Event.read(absent, DATA);
        Runnable readEmpty = () -> Event.read(empty, DATA);

        // Then
        assertThrows(UnreadableEventException.class, readAbsent::run);
        assertThrows(UnreadableEventException.class, readEmpty::run);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 0.3",
        "ce_id, 1",
        "ce_time, 2026-11-24",
        "ce_time, 2026-11-24T12:00:00",
        "content-encoding, gzip",
    })
    void recordWithAMalformedAttributeIsUnreadable(String attribute, String value) {
        // Given
        Headers headers = headers(event()).remove(attribute).add(attribute, value.getBytes(StandardCharsets.UTF_8));

        // When
        Runnable read = () -> Event.read(headers, DATA);

        // Then
        assertThrows(UnreadableEventException.class, read::run);
    }

    @Test
    void recordWithoutDataIsUnreadable() {
        // When
        Runnable read = () -> Event.read(headers(event()), null);

        // Then
        assertThrows(UnreadableEventException.class, read::run);
    }

    @Test
    void unknownAttributesAreIgnored() {
        // Given
        Headers headers = headers(event()).add("ce_traceparent", new byte[] {1});

        // When
        Event read = Event.read(headers, DATA);

        // Then
        assertEquals(ID, read.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"es\"", "{\"es\":[]}", "{\"es\":\"a\"", "{\"es\":\"a\"} {}"})
    void dataThatAreNotOfTheRecordAreUnreadable(String data) {
        // Given
        Event event = new Event(
                ID, "/source", "a.type.v1", "x", TIME, Event.Encoding.IDENTITY, data.getBytes(StandardCharsets.UTF_8));

        // When
        Runnable read = () -> event.data(Labels.class);

        // Then
        assertThrows(UnreadableEventException.class, read::run);
    }

    @Test
    void dataAreWrittenWithoutWhatIsAbsent() {
        // When
        Event event = Event.of(ID, "/source", "a.type.v1", "x", TIME, new Labels("sí", null));

        // Then
        assertEquals("{\"es\":\"sí\"}", new String(event.data(), StandardCharsets.UTF_8));
        assertEquals(new Labels("sí", null), event.data(Labels.class));
    }

    @Test
    void dataCannotBeChangedFromOutside() {
        // Given
        byte[] data = DATA.clone();
        Event event = new Event(ID, "/source", "a.type.v1", "x", TIME, Event.Encoding.IDENTITY, data);

        // When
        data[0] = 9;
        event.data()[1] = 9;

        // Then
        assertArrayEquals(DATA, event.data());
    }

    private static Event event() {
        return new Event(ID, "/source", "a.type.v1", "subject", TIME, Event.Encoding.IDENTITY, DATA);
    }

    private static Headers headers(Event event) {
        Headers headers = new RecordHeaders();
        event.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }
}
