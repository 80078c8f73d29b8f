package cl.observatory.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** JSON as events carry it: instants in RFC 3339, absent for null, unknown fields ignored so that types can grow. */
public final class EventJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private EventJson() {}

    public static byte[] write(Object data) {
        try {
            return MAPPER.writeValueAsBytes(data);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("not a payload: " + data.getClass(), unwritable);
        }
    }

    /**
     * @throws UnreadableEventException when the bytes are not JSON of that type
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            T data = MAPPER.readValue(json, type);
            if (data == null) {
                throw new UnreadableEventException("the event has no data", null);
            }
            return data;
        } catch (IOException unreadable) {
            throw new UnreadableEventException("the data of the event is not a " + type.getSimpleName(), unreadable);
        }
    }

    /** For the batches, which are written and read as a stream of tokens. */
    public static JsonFactory factory() {
        return MAPPER.getFactory();
    }
}
