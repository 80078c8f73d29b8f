package cl.observatory.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidentialPathsTest {

    private static final Operation STATUS = operation("/v1/reports/status", true);
    private static final Operation CATEGORIES = operation("/v1/report-categories", false);

    private final ConfidentialPaths paths = new ConfidentialPaths(List.of(STATUS, CATEGORIES));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/reports",
                "/v1/reports?a=b",
                "/v1/reports/status",
                "/v1/reports/statsu",
                "/v1/reports//x",
                "/v1/reports/%00",
                "/v1/reports#x"
            })
    void whatLiesBelowIsConfidentialWhetherItIsThereOrNot(String target) {
        assertTrue(paths.contain(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/report-categories", "/v1/reports-of-ours", "/v1/data?x=/v1/reports/", "/v1", "/", "*", ""})
    void whatLiesBesideIsNot(String target) {
        assertFalse(paths.contain(target));
        assertFalse(paths.contain(null));
    }

    @Test
    void operationThatIsNotMarkedAmongThoseThatAreStopsTheStart() {
        List<Operation> operations = List.of(STATUS, operation("/v1/reports/{id}/notes", false));

        ContractException refused = assertThrows(ContractException.class, () -> new ConfidentialPaths(operations));

        assertEquals(
                "POST /v1/reports/{id}/notes of reports is not marked x-confidential, and others below /v1/reports are",
                refused.getMessage());
    }

    private static Operation operation(String template, boolean confidential) {
        return new Operation(
                HttpMethod.POST,
                template,
                "reports",
                null,
                Map.of(),
                BodyRule.SMALL,
                true,
                confidential,
                OperationKind.WRITE);
    }
}
