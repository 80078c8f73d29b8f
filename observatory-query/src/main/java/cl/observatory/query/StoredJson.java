package cl.observatory.query;

import cl.observatory.events.EventJson;
import java.nio.charset.StandardCharsets;

/** Payloads of events as {@code jsonb}. */
public final class StoredJson {

    private StoredJson() {}

    public static String write(Object payload) {
        return new String(EventJson.write(payload), StandardCharsets.UTF_8);
    }

    public static <T> T read(String json, Class<T> type) {
        return EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
