package cl.observatory.query.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @Test
    void theSameQuestionIsWrittenTheSame() {
        Address one =
                read("/v1/indicators/X/series?territory=13127%2C13&period=2018..2024&asOf=2025-01-01T00%3A00%3A00Z");
        Address other = read("/v1/indicators/X/series?asOf=2025-01-01T00:00:00Z&&period=2018..2024&territory=13127,13");

        assertEquals(one, other);
        assertEquals(
                "/v1/indicators/X/series?asOf=2025-01-01T00:00:00Z&period=2018..2024&territory=13127,13",
                one.toString());
        assertEquals(one, read(one.toString()));
    }

    @Test
    void whatWouldMeanSomethingElseStaysEncoded() {
        Address address = read("/v1/datasets/cases/observations?dimension=A:a%26b%3Dc%25&dimension=B:%C3%B1%2B");

        assertEquals(List.of("A:a&b=c%", "B:ñ+"), address.all("dimension"));
        assertEquals(
                "/v1/datasets/cases/observations?dimension=A:a%26b%3Dc%25&dimension=B:%C3%B1%2B", address.toString());
    }

    @Test
    void parameterThatIsNamedTwiceHasNoOneValue() {
        Parameters faults = new Parameters();

        read("/v1/series?period=2023&period=2024").one(faults, "period");

        assertThrows(ProblemException.class, faults::check);
    }

    @Test
    void parametersCanBeReplacedAndLeftOut() {
        Address address = read("/v1/series?period=last5Years&asOf=x");

        assertEquals(
                "/v1/series?period=2024",
                address.with("period", "2024").without("asOf").toString());
        assertEquals("/v1/series", address.without("period").without("asOf").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "https://other.example/v1/series",
                "//other.example/v1/series",
                "/v2/series",
                "/v1",
                "/v1//series",
                "/v1/series/",
                "/v1/series#period",
                "/v1/series?period=%",
                "/v1/series?period=%zz",
                "/v1/series?=2024",
                "/v1/series?period",
                "/v1/ser ies",
                "/v1/series?a=\u0000"
            })
    void whatIsNoAddressIsAFault(String written) {
        Parameters faults = new Parameters();

        assertNull(Address.read(faults, "question", written));
        assertThrows(ProblemException.class, faults::check);
    }

    private static Address read(String written) {
        Parameters faults = new Parameters();
        Address address = Address.read(faults, "question", written);
        faults.check();
        return address;
    }
}
