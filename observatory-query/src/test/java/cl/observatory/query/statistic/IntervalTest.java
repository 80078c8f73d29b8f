package cl.observatory.query.statistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import java.util.function.DoublePredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IntervalTest {

    private static final long SEED = 20260731;

    /** The reference values of the method, each to the hundredth. */
    @ParameterizedTest
    @CsvSource({
        "31,17897,173.21,117.67,245.87",
        "239,196856,121.41,106.50,137.82",
        "159,99774,159.36,135.55,186.15",
        "15911,20086377,79.21,77.99,80.45",
        "5,1000,500.00,161.13,1166.82",
        "0,205,0.00,0.00,1789.27"
    })
    void rateAndIntervalAreThoseOfTheMethod(
            long count, long population, BigDecimal rate, BigDecimal lower, BigDecimal upper) {
        // Given
        double per = 100_000.0 / population;

        // When
        Interval interval = Interval.ofCount(count).times(per);

        // Then
        assertEquals(rate, hundredths(count * per));
        assertEquals(lower, hundredths(interval.lower()));
        assertEquals(upper, hundredths(interval.upper()));
    }

    /** 12 of 48 is the example of the method. */
    @ParameterizedTest
    @CsvSource({"12,48,14.92,38.78", "48,120,31.68,48.94", "0,20,0.00,16.11", "20,20,83.89,100.00", "1,1,20.65,100.00"})
    void intervalOfAShareIsThatOfTheMethod(long part, long whole, BigDecimal lower, BigDecimal upper) {
        Interval interval = Interval.ofShare(part, whole).times(100);

        assertEquals(lower, hundredths(interval.lower()));
        assertEquals(upper, hundredths(interval.upper()));
    }

    @ParameterizedTest
    @MethodSource("counts")
    void intervalHoldsItsCount(long count) {
        Interval interval = Interval.ofCount(count);

        assertTrue(interval.lower() <= count && count < interval.upper(), () -> count + " in " + interval);
        assertTrue(interval.lower() >= 0, interval::toString);
    }

    @ParameterizedTest
    @MethodSource("counts")
    void moreCasesMoveBothEndsUp(long count) {
        Interval fewer = Interval.ofCount(count);
        Interval more = Interval.ofCount(count + 1);

        assertTrue(fewer.lower() < more.lower() && fewer.upper() < more.upper(), () -> fewer + " and " + more);
    }

    @ParameterizedTest
    @MethodSource("counts")
    void moreCasesMakeTheIntervalRelativelyNarrower(long count) {
        Interval fewer = Interval.ofCount(count + 1);
        Interval more = Interval.ofCount(count + 2);

        assertTrue(
                (more.upper() - more.lower()) / (count + 2) < (fewer.upper() - fewer.lower()) / (count + 1),
                () -> fewer + " and " + more);
    }

    /** Garwood's interval is the exact one: its ends give the count or what is beyond it with a chance of 2.5 %. */
    @ParameterizedTest
    @MethodSource("countsFrom31")
    void differsFromTheExactIntervalByLessThanAThousandth(long count) {
        // Given
        double exactLower = bisect(count, mean -> 1 - chanceOfAtMost(count - 1, mean) < 0.025);
        double exactUpper = bisect(count, mean -> chanceOfAtMost(count, mean) > 0.025);

        // When
        Interval interval = Interval.ofCount(count);

        // Then
        assertEquals(exactLower, interval.lower(), exactLower / 1000);
        assertEquals(exactUpper, interval.upper(), exactUpper / 1000);
    }

    static LongStream counts() {
        return LongStream.concat(
                LongStream.rangeClosed(0, 40),
                new Random(SEED).longs(200, 41, 10_000_000).sorted());
    }

    static LongStream countsFrom31() {
        return LongStream.concat(
                LongStream.of(31, 32, 159, 239, 15_911),
                new Random(SEED).longs(40, 31, 5_000).sorted());
    }

    private static BigDecimal hundredths(double number) {
        return BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP);
    }

    /** The mean up to which the condition holds. */
    private static double bisect(long count, DoublePredicate below) {
        double low = 0;
        double high = 2.0 * count + 20;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (below.test(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Of the Poisson distribution, summed up term by term. */
    private static double chanceOfAtMost(long count, double mean) {
        double logarithm = -mean;
        double chance = Math.exp(logarithm);
        for (long k = 1; k <= count; k++) {
            logarithm += Math.log(mean / k);
            chance += Math.exp(logarithm);
        }
        return chance;
    }
}
