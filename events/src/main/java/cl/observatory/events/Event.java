package cl.observatory.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * A CloudEvents 1.0 event in Kafka's binary content mode: attributes are headers with the prefix {@code ce_}, the data is
 * the record's value and the subject its key.
 */
public final class Event {

    private static final String PREFIX = "ce_";
    private static final String SPEC_VERSION = "1.0";
    private static final String CONTENT_TYPE = "content-type";
    private static final String CONTENT_ENCODING = "content-encoding";

    private final UUID id;
    private final String source;
    private final String type;
    private final String subject;
    private final Instant time;
    private final Encoding encoding;
    private final byte[] data;

    public Event(UUID id, String source, String type, String subject, Instant time, Encoding encoding, byte[] data) {
        this.id = id;
        this.source = source;
        this.type = type;
        this.subject = subject;
        this.time = time;
        this.encoding = encoding;
        this.data = data.clone();
    }

    /** How the bytes of the data are packed; the data itself is always JSON. */
    public enum Encoding {
        IDENTITY,
        ZSTD
    }

    /** An event whose data is a record of this module, written as plain JSON. */
    public static Event of(UUID id, String source, String type, String subject, Instant time, Object data) {
        return new Event(id, source, type, subject, time, Encoding.IDENTITY, EventJson.write(data));
    }

    /**
     * Reads a record as an event.
     *
     * @throws UnreadableEventException when a mandatory attribute is missing or malformed
     */
    public static Event read(Headers headers, byte[] value) {
        if (value == null) {
            throw new UnreadableEventException("the event has no data", null);
        }
        if (!attribute(headers, PREFIX + "specversion").equals(SPEC_VERSION)) {
            throw new UnreadableEventException("the event is of another version of CloudEvents", null);
        }
        try {
            return new Event(
                    UUID.fromString(attribute(headers, PREFIX + "id")),
                    attribute(headers, PREFIX + "source"),
                    attribute(headers, PREFIX + "type"),
                    attribute(headers, PREFIX + "subject"),
                    Instant.parse(attribute(headers, PREFIX + "time")),
                    encoding(headers),
                    value);
        } catch (IllegalArgumentException | java.time.DateTimeException malformed) {
            throw new UnreadableEventException("an attribute of the event is malformed", malformed);
        }
    }

    private static Encoding encoding(Headers headers) {
        if (headers.lastHeader(CONTENT_ENCODING) == null) {
            return Encoding.IDENTITY;
        }
        if (attribute(headers, CONTENT_ENCODING).equals("zstd")) {
            return Encoding.ZSTD;
        }
        throw new UnreadableEventException("the data are packed in an unknown way", null);
    }

    private static String attribute(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            throw new UnreadableEventException("the event has no " + name, null);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The headers of the Kafka record that carries this event. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(PREFIX + "specversion", SPEC_VERSION);
        headers.put(PREFIX + "id", id.toString());
        headers.put(PREFIX + "source", source);
        headers.put(PREFIX + "type", type);
        headers.put(PREFIX + "subject", subject);
        headers.put(PREFIX + "time", time.toString());
        headers.put(CONTENT_TYPE, "application/json");
        if (encoding == Encoding.ZSTD) {
            headers.put(CONTENT_ENCODING, "zstd");
        }
        return headers;
    }

    /** The data as a record; fields that the record does not know are ignored. */
    public <T> T data(Class<T> type) {
        return EventJson.read(data, type);
    }

    public UUID id() {
        return id;
    }

    public String source() {
        return source;
    }

    public String type() {
        return type;
    }

    public String subject() {
        return subject;
    }

    public Instant time() {
        return time;
    }

    public Encoding encoding() {
        return encoding;
    }

    public byte[] data() {
        return data.clone();
    }
}
