package cl.observatory.ingest.access;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Definitions;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No operation on a data set forgets to ask whether the caller may work in it. */
@QuarkusTest
@WithTestResource(Servers.class)
class BoundOperationsTest {

    private static final String PREVIEW =
            "{\"profile\": " + Definitions.profile(Cases.PROFILE) + ", \"file\": \"YSxiCg==\"}";

    /** Every operation on a data set that exists, with a request that would do for a caller who may. */
    private static final List<Operation> OPERATIONS = List.of(
            Operation.of("GET", "/approval-policy"),
            Operation.json("PUT", "/approval-policy", "{\"by\": \"ANOTHER_PERSON\"}"),
            Operation.json("PUT", "/breaks", "{\"breaks\": []}"),
            Operation.of("GET", "/checks"),
            Operation.json("PUT", "/checks", "{\"rules\": []}"),
            Operation.csv("/imports"),
            Operation.json("POST", "/imports/fetch", "{\"url\": \"https://example.org/cases.csv\"}"),
            Operation.csv("/imports/rejected.csv"),
            Operation.json("POST", "/profiles", Definitions.profile(Cases.PROFILE)),
            Operation.json("POST", "/profiles/preview", PREVIEW),
            Operation.csv("/profiles/{name}/preview"),
            Operation.of("GET", "/template.csv"));

    @TestHTTPResource(value = "/openapi?format=json", management = true)
    URL openApi;

    private record Operation(String method, String path, String mediaType, String body) {

        static Operation of(String method, String path) {
            return new Operation(method, path, null, null);
        }

        static Operation json(String method, String path, String body) {
            return new Operation(method, path, "application/json", body);
        }

        static Operation csv(String path) {
            return new Operation("POST", path, "text/csv", Cases.FILE);
        }

        String name() {
            return method + " " + path;
        }
    }

    /** Whoever adds an operation on a data set adds it above, and so sees that it asks. */
    @Test
    void everyOperationOfTheContractIsTried() throws IOException {
        // Given
        TreeSet<String> tried =
                new TreeSet<>(OPERATIONS.stream().map(Operation::name).toList());

        // When
        TreeSet<String> promised = new TreeSet<>();
        try (InputStream document = openApi.openStream()) {
            JsonNode paths = new ObjectMapper().readTree(document).get("paths");
            paths.properties().stream()
                    .filter(path -> path.getKey().startsWith("/v1/datasets/{id}/"))
                    .forEach(path -> path.getValue()
                            .fieldNames()
                            .forEachRemaining(method -> promised.add(method.toUpperCase(Locale.ROOT) + " "
                                    + path.getKey().substring("/v1/datasets/{id}".length()))));
        }

        // Then
        assertEquals(tried, promised);
    }

    @ParameterizedTest
    @MethodSource("names")
    void callerOfAnotherDataSetIsRefused(String name) {
        // Given
        Operation operation = OPERATIONS.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        String dataset = Cases.define().dataset();
        Map<String, Long> before = Store.contents();

        // When
        var request = Caller.bound("bound", Map.of("datasets", List.of("own")), "data:write", "data:approve");
        if (operation.body() != null) {
            request = Cases.csv(request)
                    .contentType(operation.mediaType())
                    .queryParam("profile", Cases.PROFILE)
                    .body(operation.body().getBytes(StandardCharsets.UTF_8));
        }
        var answer = request.request(
                        operation.method(),
                        "/v1/datasets/" + dataset + operation.path().replace("{name}", Cases.PROFILE))
                .then();

        // Then
        answer.statusCode(403).body("code", equalTo("DATASET_NOT_ALLOWED"));
        assertEquals(before, Store.contents());
    }

    static Stream<String> names() {
        return OPERATIONS.stream().map(Operation::name);
    }
}
