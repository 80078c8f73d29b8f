package cl.observatory.query.statistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cl.observatory.query.statistic.RateRatio.Rate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateRatioTest {

    /** Worked by hand: the logarithm of the ratio, give or take 1.96 × √(1/n + 1/m); with a zero, ½ more in both. */
    @ParameterizedTest
    @CsvSource({
        "239,196856,200,200000,1.214085,1.006179,1.464951,true",
        "239,196856,100,100000,1.214085,0.961333,1.533292,false",
        "100,200000,200,200000,0.5,0.393296,0.635654,true",
        "0,1,10,1,0.047619,0.002790,0.812624,true",
        "10,1,0,1,21,1.230582,358.367156,true",
        "0,1,3,1,0.142857,0.007379,2.765653,false",
        "0,2000,30,1000000,8.196721,0.501225,134.044158,false"
    })
    void ratioHasTheIntervalOfItsLogarithm(
            long count, long people, long other, long among, double ratio, double lower, double upper, boolean differ) {
        RateRatio found =
                RateRatio.of(new Rate(count, people), new Rate(other, among)).orElseThrow();

        assertEquals(ratio, found.value(), 0.000001 * ratio + 0.000001);
        assertEquals(lower, found.interval().lower(), 0.000001);
        assertEquals(upper, found.interval().upper(), 0.000001 * upper);
        assertEquals(differ, RateRatio.differ(new Rate(count, people), new Rate(other, among)));
    }

    @Test
    void twoZerosHaveNoRatioAndDoNotDiffer() {
        Rate few = new Rate(0, 100);
        Rate many = new Rate(0, 10_000_000);

        assertEquals(Optional.empty(), RateRatio.of(few, many));
        assertFalse(RateRatio.differ(few, many));
    }

    @Test
    void otherWayRoundIsTheReciprocalAndTheSameJudgement() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            Rate one = new Rate(random.nextInt(40), 1 + random.nextInt(100_000));
            Rate other = new Rate(1 + random.nextInt(40), 1 + random.nextInt(100_000));
            RateRatio there = RateRatio.of(one, other).orElseThrow();
            RateRatio back = RateRatio.of(other, one).orElseThrow();

            assertEquals(1, there.value() * back.value(), 1e-9);
            assertEquals(1, there.interval().lower() * back.interval().upper(), 1e-9);
            assertEquals(RateRatio.differ(one, other), RateRatio.differ(other, one));
            assertEquals(
                    RateRatio.differ(one, other),
                    there.interval().lower() > 1 || there.interval().upper() < 1);
        }
    }
}
