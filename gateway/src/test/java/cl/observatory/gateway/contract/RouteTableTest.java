package cl.observatory.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {

    private final RouteTable table = new RouteTable(List.of(
            operation(HttpMethod.GET, "/v1/datasets"),
            operation(HttpMethod.POST, "/v1/datasets"),
            operation(HttpMethod.GET, "/v1/datasets/{id}"),
            operation(HttpMethod.GET, "/v1/datasets/catalog"),
            operation(HttpMethod.GET, "/v1/datasets/catalog/latest"),
            operation(HttpMethod.DELETE, "/v1/datasets/{id}/imports"),
            operation(HttpMethod.GET, "/v1/territories.geojson"),
            operation(HttpMethod.GET, "/v1/data/dataflow/{agency}/{id}/{version}/{key}")));

    @ParameterizedTest
    @CsvSource({
        "/v1/datasets,                                /v1/datasets",
        "/v1/datasets/cead,                           /v1/datasets/{id}",
        "/v1/datasets/catalog,                        /v1/datasets/catalog",
        "/v1/datasets/catalog/latest,                 /v1/datasets/catalog/latest",
        // The literal leads nowhere, the parameter does.
        "/v1/datasets/catalog/imports,                /v1/datasets/{id}/imports",
        "/v1/territories.geojson,                     /v1/territories.geojson",
        "/v1/data/dataflow/CL/x/1.0/A.13101+13102..M, /v1/data/dataflow/{agency}/{id}/{version}/{key}"
    })
    void pathFindsItsRoute(String path, String template) {
        assertEquals(template, table.find(path).orElseThrow().template());
    }

    @ParameterizedTest
    @CsvSource({"/", "/v1", "/v1/dataset", "/v1/datasets/a/b", "/V1/datasets", "/v1/datasets/{id}/imports/1"})
    void otherPathsHaveNone(String path) {
        assertTrue(table.find(path).isEmpty());
    }

    @Test
    void headIsServedWhereGetIs() {
        Route route = table.find("/v1/datasets").orElseThrow();

        assertEquals(
                HttpMethod.GET, route.operation(HttpMethod.HEAD).orElseThrow().method());
        assertTrue(route.operation(HttpMethod.PUT).isEmpty());
        assertEquals("GET, HEAD, OPTIONS, POST", route.allow());
        assertEquals(
                "DELETE, OPTIONS",
                table.find("/v1/datasets/x/imports").orElseThrow().allow());
    }

    private static Operation operation(HttpMethod method, String template) {
        return new Operation(method, template, "query", null, Map.of(), BodyRule.NONE, true, false, OperationKind.READ);
    }
}
