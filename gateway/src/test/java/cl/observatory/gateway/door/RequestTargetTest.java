package cl.observatory.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.gateway.problem.ProblemType;
import cl.observatory.gateway.problem.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/territories/13101",
                "/v1/data/dataflow/CL.OBS/homicides/1.0/A.13101+13102..M,*",
                "/v1/a~b_c-d.e:f@g",
                "/v1/...",
                "/v1/a..b"
            })
    void plainPathsPass(String target) {
        assertEquals(new RequestTarget(target, ""), RequestTarget.parse(target));
        assertEquals(new RequestTarget(target, "a=%20&b"), RequestTarget.parse(target + "?a=%20&b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "v1/territories",
                "http://127.0.0.1/v1/territories",
                "//127.0.0.1/v1/territories",
                "?a=b",
                "/v1/territories/",
                "/v1//territories",
                "/v1/./territories",
                "/v1/../q/metrics",
                "/v1/territories/..",
                "/.",
                "/v1/%2e%2e/q/metrics",
                "/v1/%2F",
                "/v1/%41",
                "/v1/%",
                "/v1/territories%00",
                "/v1/territories;a=b",
                "/v1/;/territories",
                "/v1\\territories",
                "/v1/terri tories",
                "/v1/terr\u00edtories",
                "/v1/territories\u0000",
                "/v1/territories\t",
                "/v1/a#b",
                "/v1/a|b",
                "/v1/<b>",
                "/v1/a'b",
                "/v1/a(b)",
                "/v1/a=b",
                "/v1/a&b",
                "/v1/$a",
                "/v1/a!",
                "/v1/[a]",
                "/v1/{id}",
                "/v1/a\"b",
                "/v1/\uff0e\uff0e/q",
                "/q",
                "/q/metrics",
                "/q/health/ready"
            })
    void oddPathsAreRefused(String target) {
        var refused = assertThrows(RefusedException.class, () -> RequestTarget.parse(target));

        assertEquals(ProblemType.INVALID_REQUEST_TARGET, refused.problem().type());
    }

    @Test
    void longTargetsAreRefused() {
        assertEquals(2_048, RequestTarget.parse("/" + "a".repeat(2_047)).path().length());
        assertEquals(
                8_192 - 3,
                RequestTarget.parse("/a?" + "a".repeat(8_192 - 3)).query().length());
        for (String target : new String[] {"/" + "a".repeat(2_048), "/a?" + "a".repeat(8_192 - 2)}) {
            var refused = assertThrows(RefusedException.class, () -> RequestTarget.parse(target));
            assertEquals(ProblemType.TARGET_TOO_LONG, refused.problem().type());
        }
    }
}
