package cl.observatory.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was released is kept: a client made of the released document works with what is published now. */
class ReleasedContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String DOCUMENT = """
            {"paths": {"/v1/things": {
              "get": {"operationId": "listThings", "tags": ["Ask"], "security": [{}, {"ApiKey": ["data:read"]}],
                "parameters": [
                  {"name": "level", "in": "query", "schema": {"$ref": "#/components/schemas/Level"}},
                  {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 100}}],
                "responses": {
                  "200": {"headers": {"ETag": {}}, "content": {
                    "application/json": {"schema": {"$ref": "#/components/schemas/Thing"}},
                    "text/csv": {"schema": {"type": "string"}}}},
                  "default": {"content": {}}}},
              "post": {"operationId": "addThing", "tags": ["Load"], "security": [{"ApiKey": ["data:write"]}],
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewThing"}}}},
                "responses": {"201": {}}}}},
             "components": {"schemas": {
              "Level": {"type": "string", "enum": ["A", "B"]},
              "Thing": {"type": "object", "required": ["id"], "properties": {
                "id": {"type": "string"}, "value": {"type": "integer"}, "level": {"$ref": "#/components/schemas/Level"},
                "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}}},
              "NewThing": {"type": "object", "required": ["id"], "properties": {
                "id": {"type": "string", "maxLength": 20}, "value": {"type": ["integer", "null"]}}}}}}
            """;

    @Test
    void releasedContractIsKept() throws IOException {
        JsonNode released = JSON.readTree(Files.readAllBytes(Path.of("../docs/contracts/released/openapi.json")));
        JsonNode published = JSON.readTree(Files.readAllBytes(Path.of("../docs/contracts/http/openapi.json")));

        assertEquals(List.of(), ContractBreaks.between(released, published));
    }

    @ParameterizedTest(name = "{0}/{1} := {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/paths                                         | /v1/things   |                             | get /v1/things: gone",
                "/paths/~1v1~1things                            | post         |                             | post /v1/things: gone",
                "/paths/~1v1~1things/get                        | operationId  | \"things\"                  | operationId was",
                "/paths/~1v1~1things/get                        | tags         | [\"Load\"]                  | tags were",
                "/paths/~1v1~1things/get                        | security     | [{\"ApiKey\":[\"data:read\"]}] | {} is not enough",
                "/paths/~1v1~1things/post                       | security     | [{\"ApiKey\":[\"data:approve\"]}] | is not enough",
                "/paths/~1v1~1things/get/parameters/0           | required     | true                        | query level: must be sent",
                "/paths/~1v1~1things/get/parameters/0           | name         | \"tier\"                    | query level: gone",
                "/paths/~1v1~1things/get/parameters/1           | explode      | false                       | explode changed",
                "/paths/~1v1~1things/get/parameters/1/schema    | maximum      | 50                          | maximum is lower",
                "/paths/~1v1~1things/get/parameters/1/schema    | minimum      | 1                           | minimum is higher",
                "/paths/~1v1~1things/get/parameters/1/schema    | type         | \"string\"                  | type was",
                "/paths/~1v1~1things/get/responses              | default      |                             | default: gone",
                "/paths/~1v1~1things/get/responses/200/headers  | ETag         |                             | header ETag: gone",
                "/paths/~1v1~1things/get/responses/200/content  | text/csv     |                             | text/csv: gone",
                "/paths/~1v1~1things/post/requestBody           | required     | true                        | body: must be sent",
                "/paths/~1v1~1things/post/requestBody/content   | application/json |                         | body application/json: gone",
                "/components/schemas/Level                      | enum         | [\"A\"]                     | the value B is gone",
                "/components/schemas/Thing/properties           | value        |                             | .value: gone",
                "/components/schemas/Thing/properties/value     | type         | [\"integer\",\"null\"]      | type was",
                "/components/schemas/Thing/properties/value     | type         | \"number\"                  | type was",
                "/components/schemas/Thing/properties/value     | format       | \"int64\"                   | format was",
                "/components/schemas/Thing                      | required     | []                          | .id: may be absent",
                "/components/schemas/Thing                      | oneOf        | [{\"type\":\"object\"}]     | oneOf changed",
                "/components/schemas/NewThing/properties        | value        |                             | .value: gone",
                "/components/schemas/NewThing                   | required     | [\"id\",\"value\"]          | .value: must be sent",
                "/components/schemas/NewThing                   | additionalProperties | false               | no other properties",
                "/components/schemas/NewThing/properties/value  | type         | \"integer\"                 | type was",
                "/components/schemas/NewThing/properties/id     | maxLength    | 10                          | maxLength is lower",
                "/components/schemas/NewThing/properties/id     | pattern      | \"[a-z]+\"                  | pattern changed",
                "/components/schemas/NewThing/properties/id     | enum         | [\"a\"]                     | now only"
            })
    void whatBreaksClientsIsFound(String at, String member, String content, String found) {
        // Given
        JsonNode changed = json(DOCUMENT);
        ObjectNode place = (ObjectNode) changed.at(at);

        // When
        if (content == null) {
            place.remove(member);
        } else {
            place.set(member, json(content));
        }
        List<String> breaks = ContractBreaks.between(json(DOCUMENT), changed);

        // Then
        assertEquals(
                1, breaks.stream().filter(each -> each.contains(found)).limit(1).count(), breaks::toString);
    }

    @Test
    void newParameterThatMustBeSentIsFound() {
        // Given
        JsonNode changed = json(DOCUMENT);

        // When
        ((ArrayNode) changed.at("/paths/~1v1~1things/get/parameters"))
                .add(json("{\"name\": \"period\", \"in\": \"query\", \"required\": true, \"schema\": {}}"));

        // Then
        assertEquals(
                List.of("get /v1/things query period: must be sent now"),
                ContractBreaks.between(json(DOCUMENT), changed));
    }

    @Test
    void whatIsAddedBreaksNobody() {
        // Given
        JsonNode changed = json(DOCUMENT);

        // When
        ((ArrayNode) changed.at("/paths/~1v1~1things/get/parameters"))
                .add(json("{\"name\": \"period\", \"in\": \"query\", \"schema\": {}}"));
        ((ObjectNode) changed.at("/paths")).set("/v1/more", json("{\"get\": {}}"));
        ((ArrayNode) changed.at("/components/schemas/Level/enum")).add("C");
        ((ObjectNode) changed.at("/components/schemas/Thing/properties")).set("more", json("{}"));
        ((ObjectNode) changed.at("/components/schemas/NewThing/properties")).set("more", json("{}"));
        ((ObjectNode) changed.at("/components/schemas/NewThing/properties/id")).put("maxLength", 40);

        // Then
        assertEquals(List.of(), ContractBreaks.between(json(DOCUMENT), changed));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
