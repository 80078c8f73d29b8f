package cl.observatory.ingest.reading;

import cl.observatory.ingest.profile.ImportProfile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;

/** Profiles for tests of plain classes, as callers write them. */
public final class GivenProfile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private GivenProfile() {}

    /**
     * @param arguments written as JSON where the text says %s
     */
    public static ImportProfile of(String json, Object... arguments) {
        try {
            String text = json.formatted(
                    Arrays.stream(arguments).map(GivenProfile::written).toArray());
            return JSON.readValue(text, ImportProfile.class).withDefaults();
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static String written(Object argument) {
        try {
            return JSON.writeValueAsString(argument);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
