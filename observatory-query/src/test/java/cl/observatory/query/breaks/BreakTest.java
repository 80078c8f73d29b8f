package cl.observatory.query.breaks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.BreaksDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakTest {

    @ParameterizedTest
    @CsvSource({"2023,A,2023", "2023,M,2023-01", "2023-06,M,2023-06", "2023-06,A,2023", "2023-Q2,A,2023"})
    void pointIsTheFirstPeriodThatIsMadeInTheNewWay(String from, Frequency frequency, String point) {
        assertEquals(Period.parse(point).orElseThrow(), of(from).point(frequency));
    }

    @ParameterizedTest
    @CsvSource({
        "2023,2023,false",
        "2023-01,2023,false",
        "2023-06,2023,true",
        "2023-06,2022,false",
        "2023-06,2023-06,false"
    })
    void breakWithinAPeriodSplitsIt(String from, String period, boolean splits) {
        assertEquals(splits, of(from).splits(Period.parse(period).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({
        "2023,2022,2023,true",
        "2023,2021,2024,true",
        "2023,2023,2024,false",
        "2023,2021,2022,false",
        "2023-06,2022,2023,true",
        "2023-06,2023,2024,true",
        "2023-06,2024,2025,false",
        "2023-06,2023,2023,true",
        "2023,2023,2023,false",
        "2023-06,2023-05,2023-06,true",
        "2023-06,2023-06,2023-07,false"
    })
    void periodsArePartedWhenOneOfThemIsMadeInAnotherWay(String from, String earlier, String later, boolean parted) {
        assertEquals(
                parted,
                of(from).parts(
                                Period.parse(earlier).orElseThrow(),
                                Period.parse(later).orElseThrow()));
    }

    private static Break of(String period) {
        return Break.of("cases", new BreaksDefined.Break(period, "METHOD", new Labels("a", "b"), null));
    }
}
