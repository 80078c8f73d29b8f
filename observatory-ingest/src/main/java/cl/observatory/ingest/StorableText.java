package cl.observatory.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * Texts of JSON bodies: one that PostgreSQL cannot keep, with the character U+0000 or half of a surrogate pair, is
 * refused like any other value of the wrong type.
 */
@Singleton
class StorableText implements ObjectMapperCustomizer {

    private static final String REFUSED = "not a text that can be kept";

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("storable-text")
                .addDeserializer(String.class, new Values())
                .addKeyDeserializer(String.class, new Keys()));
    }

    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }

    private static final class Values extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        Values() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(json, context);
            return text == null || isStorable(text)
                    ? text
                    : (String) context.handleWeirdStringValue(String.class, text, REFUSED);
        }
    }

    private static final class Keys extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            return isStorable(key) ? key : context.handleWeirdKey(String.class, key, REFUSED);
        }
    }
}
