package cl.observatory.gateway.door;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.gateway.contract.BodyRule;
import cl.observatory.gateway.contract.Operation;
import cl.observatory.gateway.contract.OperationKind;
import cl.observatory.gateway.problem.Finding;
import cl.observatory.gateway.problem.Problem;
import cl.observatory.gateway.problem.ProblemType;
import cl.observatory.gateway.problem.RefusedException;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryCheckTest {

    private static final Map<String, Boolean> KNOWN =
            Map.of("territory", true, "period", false, "asOf", false, "limit", false);

    @ParameterizedTest
    @CsvSource({"'',", "limit=1,", "territory=1&territory=2&limit=1,", "%6cimit=1,"})
    void knownParametersPass(String query) {
        assertDoesNotThrow(() -> QueryCheck.check(QueryString.parse(query), operation(KNOWN)));
    }

    @ParameterizedTest
    @CsvSource({
        "limt,     limit",
        "LIMIT,    limit",
        "teritory, territory",
        "asof,     asOf",
        "periodo,  period",
        "xyz,      asOf"
    })
    void unknownParameterIsNamedWithTheNearest(String written, String nearest) {
        Problem problem = problemOf(written + "=1", KNOWN);

        Finding finding = problem.findings().getFirst();
        assertEquals(ProblemType.UNKNOWN_PARAMETER, problem.type());
        assertEquals(written, finding.parameter());
        assertEquals("Did you mean '" + nearest + "'?", finding.hint().en());
        assertEquals(
                "El parámetro '" + written + "' no existe aquí. ¿Quiso decir '" + nearest + "'?",
                problem.detail().es());
    }

    @Test
    void everyUnknownParameterIsListedOnce() {
        Problem problem = problemOf("a=1&limit=2&b=3&a=4", KNOWN);

        assertEquals(
                List.of("a", "b"),
                problem.findings().stream().map(Finding::parameter).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "c[TIME_PERIOD]=ge:2020&c[FREQ]=M,",
        "c[A]=1&c[A]=2,     REPEATED_PARAMETER",
        "c=1,               UNKNOWN_PARAMETER",
        "d[A]=1,            UNKNOWN_PARAMETER",
        "c[A=1,             UNKNOWN_PARAMETER"
    })
    void parameterThatHoldsOthersTakesEachOnce(String query, ProblemType refused) {
        Map<String, Boolean> known = Map.of("c[]", false);

        if (refused == null) {
            assertDoesNotThrow(() -> QueryCheck.check(QueryString.parse(query), operation(known)));
        } else {
            assertEquals(refused, problemOf(query, known).type());
        }
    }

    @Test
    void operationWithoutParametersSaysSo() {
        Finding finding = problemOf("limit=1", Map.of()).findings().getFirst();

        assertEquals("This operation takes no parameters.", finding.hint().en());
    }

    @Test
    void singleValueGivenTwiceIsRefused() {
        Problem problem = problemOf("limit=1&%6Cimit=2", KNOWN);

        assertEquals(ProblemType.REPEATED_PARAMETER, problem.type());
        assertEquals("limit", problem.findings().getFirst().parameter());
    }

    private static Problem problemOf(String query, Map<String, Boolean> known) {
        return assertThrows(RefusedException.class, () -> QueryCheck.check(QueryString.parse(query), operation(known)))
                .problem();
    }

    private static Operation operation(Map<String, Boolean> known) {
        return new Operation(
                HttpMethod.GET, "/v1/x", "query", null, known, BodyRule.NONE, true, false, OperationKind.READ);
    }
}
