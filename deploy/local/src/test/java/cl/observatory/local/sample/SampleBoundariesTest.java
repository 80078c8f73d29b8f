package cl.observatory.local.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleBoundariesTest {

    @Test
    void everyCommuneHasARectangleThatBeginsWhereTheOneBeforeEnds() throws IOException {
        // Given
        List<String> communes =
                IntStream.range(0, 8).mapToObj(place -> "0110" + place).toList();

        // When
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (byte[] piece : new SampleBoundaries(communes)) {
            file.write(piece);
        }

        // Then
        JsonNode features = new ObjectMapper().readTree(file.toString(UTF_8)).get("features");
        assertEquals(communes, features.findValuesAsText("cut"));
        for (int place = 1; place < 6; place++) {
            assertEquals(
                    features.get(place - 1).at("/geometry/coordinates/0/1"),
                    features.get(place).at("/geometry/coordinates/0/0"));
        }
        // the next row lies below the first
        assertEquals(
                features.get(0).at("/geometry/coordinates/0/0"), features.get(6).at("/geometry/coordinates/0/3"));
    }
}
