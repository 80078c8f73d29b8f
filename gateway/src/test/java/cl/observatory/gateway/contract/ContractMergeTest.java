package cl.observatory.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.packed.PackedContracts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractMergeTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final ServiceDocument QUERY = document("query", """
            {"openapi": "3.1.0", "info": {"title": "q", "version": "1"},
             "tags": [{"name": "Reference"}],
             "paths": {"/v1/datasets/{id}": {
               "parameters": [{"name": "id", "in": "path"}, {"name": "asOf", "in": "query", "schema": {"type": "string"}}],
               "get": {"operationId": "getDataset", "security": [{"Token": ["data:read"]}],
                 "parameters": [{"$ref": "#/components/parameters/Territory"},
                   {"name": "c", "in": "query", "style": "deepObject", "schema": {"type": "object"}}]}}},
             "components": {
               "parameters": {"Territory": {"name": "territory", "in": "query", "schema": {"$ref": "#/components/schemas/Codes"}}},
               "schemas": {"Codes": {"type": ["array", "null"], "items": {"type": "string"}}, "Shared": {"type": "object"}},
               "securitySchemes": {"Token": {"type": "http", "scheme": "bearer"}}}}
            """);

    private static final ServiceDocument INGEST = document("ingest", """
            {"openapi": "3.1.0", "info": {"title": "i", "version": "1"},
             "tags": [{"name": "Reference"}],
             "paths": {"/v1/datasets/{id}": {
               "put": {"operationId": "putDataset", "security": [{"Token": ["data:write"]}],
                 "requestBody": {"content": {"application/json": {}}}}},
              "/v1/datasets/{id}/imports": {
               "post": {"operationId": "createImport", "security": [{"Token": ["data:write"]}],
                 "requestBody": {"content": {"application/json": {}, "text/csv": {}}}}}},
             "components": {"schemas": {"Shared": {"type": "object"}}}}
            """);

    @Test
    void twoServicesShareAPathWhenTheyOwnDifferentMethods() {
        // When
        Contract contract = merge(INGEST, QUERY);

        // Then
        assertEquals(
                "query",
                operation(contract, HttpMethod.GET, "/v1/datasets/{id}").service());
        assertEquals(
                "ingest",
                operation(contract, HttpMethod.PUT, "/v1/datasets/{id}").service());
        JsonNode item = contract.document().path("paths").path("/v1/datasets/{id}");
        assertEquals(List.of("get", "put"), names(item));
        assertEquals(
                1,
                contract.document().path("tags").findValues("name").stream()
                        .filter(name -> name.asText().equals("Reference"))
                        .count());
    }

    @Test
    void queryParametersAreKnownThroughReferencesAndFromThePath() {
        Operation operation = operation(merge(QUERY), HttpMethod.GET, "/v1/datasets/{id}");

        assertEquals(Map.of("asOf", false, "territory", true, "c[]", false), operation.queryParameters());
    }

    @Test
    void bodyRuleFollowsTheMediaTypes() {
        Contract contract = merge(QUERY, INGEST);

        assertEquals(
                BodyRule.NONE,
                operation(contract, HttpMethod.GET, "/v1/datasets/{id}").body());
        assertEquals(
                BodyRule.SMALL,
                operation(contract, HttpMethod.PUT, "/v1/datasets/{id}").body());
        assertEquals(
                BodyRule.LARGE,
                operation(contract, HttpMethod.POST, "/v1/datasets/{id}/imports")
                        .body());
    }

    @Test
    void tokensOfTheServicesAreNotPartOfThePublicContract() throws IOException {
        JsonNode document = merge(QUERY, INGEST).document();

        assertEquals(List.of("ApiKey"), names(document.at("/components/securitySchemes")));
        JsonNode path = document.path("paths").path("/v1/datasets/{id}");
        assertEquals(JSON.readTree("[{}, {\"ApiKey\": [\"data:read\"]}]"), path.at("/get/security"));
        assertEquals(JSON.readTree("[{\"ApiKey\": [\"data:write\"]}]"), path.at("/put/security"));
    }

    @Test
    void orderOfTheDocumentsDoesNotChangeTheContract() {
        assertEquals(
                merge(QUERY, INGEST).document().toString(),
                merge(INGEST, QUERY).document().toString());
    }

    @Test
    void gatewayAloneIsAContract() {
        Contract contract = merge();

        assertEquals(
                "gateway", operation(contract, HttpMethod.GET, "/v1/openapi").service());
        assertFalse(contract.document().path("info").path("title").asText().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Both claim the same operation.
                "/v1/datasets/{id}   | get  | other        | {}  | claim GET /v1/datasets/{id}",
                "/v1/openapi         | get  | other        | {}  | claim GET /v1/openapi",
                // The same path, written with another name.
                "/v1/datasets/{code} | put  | other        | {}  | also written /v1/datasets/{id}",
                "/v1/other           | get  | getDataset   | {}  | operationId getDataset",
                "/v1/other           | get  | other        | {'schemas':{'Shared':{'type':'string'}}} | schemas/Shared differs",
                "/other              | get  | other        | {}  | not below /v1/",
                "/v1/other/{id}.csv  | get  | other        | {}  | segment",
                "/v1/a//b            | get  | other        | {}  | segment",
                "/v1/other           | trace | other       | {}  | 'trace'",
                "/v1/other           | servers | other     | {}  | 'servers'"
            })
    void documentsThatDisagreeAreRefused(
            String path, String method, String operationId, String components, String expected) {
        // Given
        ServiceDocument other =
                document("other", """
                {"openapi": "3.1.0", "paths": {"%s": {"%s": {"operationId": "%s"}}}, "components": %s}
                """.formatted(path, method, operationId, components.replace('\'', '"')));

        // When
        var refused = assertThrows(ContractException.class, () -> merge(QUERY, other));

        // Then
        assertTrue(refused.getMessage().contains(expected), refused.getMessage());
        assertTrue(refused.getMessage().contains("other"), refused.getMessage());
    }

    @Test
    void otherVersionsOfOpenApiAreRefused() {
        assertThrows(ContractException.class, () -> merge(document("old", "{\"openapi\": \"3.0.3\"}")));
    }

    @Test
    void tagWithTwoContentsIsRefused() {
        ServiceDocument other = document("other", """
                {"openapi": "3.1.0", "tags": [{"name": "Reference", "description": "something else"}]}
                """);

        assertThrows(ContractException.class, () -> merge(QUERY, other));
    }

    @Test
    void referenceThatLeadsNowhereIsRefused() {
        ServiceDocument other = document("other", """
                {"openapi": "3.1.0", "paths": {"/v1/x": {"get": {"parameters": [{"$ref": "#/components/parameters/No"}]}}}}
                """);

        assertThrows(ContractException.class, () -> merge(other));
    }

    private static Contract merge(ServiceDocument... documents) {
        return ContractMerge.merge(PackedContracts.own(), List.of(documents));
    }

    private static Operation operation(Contract contract, HttpMethod method, String template) {
        return contract.operations().stream()
                .filter(candidate -> candidate.method().equals(method)
                        && candidate.template().equals(template))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static ServiceDocument document(String service, String json) {
        try {
            return new ServiceDocument(service, JSON.readTree(json));
        } catch (IOException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
