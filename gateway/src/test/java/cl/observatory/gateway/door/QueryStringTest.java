package cl.observatory.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.gateway.problem.ProblemType;
import cl.observatory.gateway.problem.RefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {

    @Test
    void namesAreDecodedInTheirOrder() {
        assertEquals(List.of(), QueryString.parse("").names());
        assertEquals(List.of("a", "b", "a"), QueryString.parse("a=1&b&a=2&&").names());
        assertEquals(
                List.of("asOf", "año", "c[TIME_PERIOD]"),
                QueryString.parse("%61sOf=2024-01&a%C3%B1o=x&c[TIME_PERIOD]=ge:2020")
                        .names());
        assertEquals(List.of("", "a b"), QueryString.parse("=x&a+b=c=d").names());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=%",
                "a=%2",
                "a=%zz",
                "a=%2&b=1",
                "a=%\uff12\uff11",
                "a=%00",
                "a=%0d%0aX-Evil:1",
                "a=%7F",
                "%00=a",
                "a=\u0001",
                "a=b c",
                "a=\u00e1",
                "a=%C3",
                "a=%C0%AE",
                "a=1;b=2",
                "a=\\",
                "a=<b>",
                "a=\"",
                "a=#",
                "a=`",
                "a=|"
            })
    void oddQueriesAreRefused(String query) {
        var refused = assertThrows(RefusedException.class, () -> QueryString.parse(query));

        assertEquals(ProblemType.INVALID_REQUEST_TARGET, refused.problem().type());
    }
}
