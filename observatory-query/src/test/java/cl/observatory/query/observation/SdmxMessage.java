package cl.observatory.query.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A message in SDMX-JSON, read as its field guide says: what is an index is looked up in the structure. */
final class SdmxMessage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SdmxMessage() {}

    static String flow(String dataset) {
        return dataset.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    static JsonNode of(Response answer) throws IOException {
        answer.then().statusCode(200);
        assertEquals("application/vnd.sdmx.data+json;version=2.0.0", answer.contentType());
        return JSON.readTree(answer.asString());
    }

    /** Measures and attributes of observations, by their key, the codes in the order of the structure. */
    static Map<String, String> observations(JsonNode message) {
        Map<String, String> told = new TreeMap<>();
        for (JsonNode dataSet : message.at("/data/dataSets")) {
            JsonNode structure =
                    message.at("/data/structures").get(dataSet.get("structure").asInt());
            if (dataSet.has("observations")) {
                add(told, structure, List.of(), dataSet.get("observations"));
            } else {
                for (Map.Entry<String, JsonNode> series : dataSet.get("series").properties()) {
                    List<Code> codes = codes(structure.at("/dimensions/series"), series.getKey());
                    add(told, structure, codes, series.getValue().get("observations"));
                }
            }
        }
        return told;
    }

    private record Code(int position, String id) {}

    private static void add(Map<String, String> told, JsonNode structure, List<Code> ofSeries, JsonNode observations) {
        List<Code> always = new ArrayList<>(ofSeries);
        for (JsonNode dimension : structure.at("/dimensions/dataSet")) {
            always.add(code(dimension, 0));
        }
        for (Map.Entry<String, JsonNode> observation : observations.properties()) {
            List<Code> codes = new ArrayList<>(always);
            codes.addAll(codes(structure.at("/dimensions/observation"), observation.getKey()));
            codes.sort(Comparator.comparingInt(Code::position));
            String key = String.join(".", codes.stream().map(Code::id).toList());
            assertEquals(null, told.put(key, values(structure, observation.getValue())), key);
        }
    }

    private static List<Code> codes(JsonNode dimensions, String key) {
        String[] indexes = key.split(":", -1);
        assertEquals(dimensions.size(), indexes.length, key);
        List<Code> codes = new ArrayList<>();
        for (int i = 0; i < indexes.length; i++) {
            codes.add(code(dimensions.get(i), Integer.parseInt(indexes[i])));
        }
        return codes;
    }

    private static Code code(JsonNode dimension, int index) {
        return new Code(
                dimension.get("keyPosition").asInt(),
                dimension.get("values").get(index).get("id").asText());
    }

    private static String values(JsonNode structure, JsonNode observation) {
        List<JsonNode> components = new ArrayList<>();
        structure.at("/measures/observation").forEach(components::add);
        structure.at("/attributes/observation").forEach(components::add);
        assertEquals(components.size(), observation.size());
        List<String> values = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            JsonNode coded = components.get(i).get("values");
            values.add(
                    coded == null
                            ? observation.get(i).asText()
                            : coded.get(observation.get(i).asInt()).get("id").asText());
        }
        return values.toString();
    }
}
