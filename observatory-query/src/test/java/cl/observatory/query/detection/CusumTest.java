package cl.observatory.query.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class CusumTest {

    private static final int MONTHS = 84;
    private static final Cusum CUSUM = new Cusum(0.5, 5, 5, 12);

    @Test
    void whatIsExpectedAddsNothing() {
        // When
        Cusum.Sum sum = CUSUM.sum(series(month -> 25), 83).orElseThrow();

        // Then
        assertEquals(0, sum.statistic());
        assertEquals(25, sum.expectation().mean(), 1e-6);
        assertFalse(sum.isAlarm());
    }

    /** 2(√(36 + ⅜) − √(25 + ⅛)) = 2.0374 for Poisson counts whose mean is known. */
    @Test
    void countsAreBroughtOntoTheScaleOfChance() {
        assertEquals(2.0374, Cusum.standardized(36, new Prediction(25, 1, 25)), 1e-4);
        assertEquals(0, Cusum.standardized(24.75, new Prediction(25, 1, 25)), 1e-9);
        // four times the variance is twice the width
        assertEquals((Math.sqrt(36.375) - Math.sqrt(24.375)), Cusum.standardized(36, new Prediction(25, 4, 100)), 1e-9);
    }

    /** A shift of one and a half standard deviations: no month alone is far, and the sum is, after some of them. */
    @Test
    void smallShiftIsFoundAfterSomePeriods() {
        // Given
        CountSeries series = series(month -> month < 76 ? 25 : 34);

        // Then
        assertFalse(CUSUM.sum(series, 78).orElseThrow().isAlarm());
        assertTrue(CUSUM.sum(series, 83).orElseThrow().statistic() > 0);
        long alarms = java.util.stream.IntStream.range(76, 84)
                .filter(month -> CUSUM.sum(series, month).orElseThrow().isAlarm())
                .count();
        assertEquals(1, alarms);
    }

    @Test
    void sumBeginsAnewAfterAnAlarm() {
        // Given
        CountSeries series = series(month -> month == 80 ? 90 : 25);

        // Then
        assertTrue(CUSUM.sum(series, 80).orElseThrow().isAlarm());
        assertFalse(CUSUM.sum(series, 81).orElseThrow().isAlarm());
        assertEquals(0, CUSUM.sum(series, 81).orElseThrow().statistic());
    }

    @Test
    void periodWithoutACountHasNoSum() {
        // Given
        CountSeries series = new CountSeries(Period.of(Frequency.M, 2018, 1), MONTHS);
        for (int month = 0; month < 83; month++) {
            series.put(month, 25, 1);
        }

        // Then
        assertTrue(CUSUM.sum(series, 83).isEmpty());
        assertTrue(CUSUM.sum(series, 82).isPresent());
        assertTrue(CUSUM.sum(series, 30).isEmpty());
    }

    private static CountSeries series(IntToDoubleFunction counts) {
        CountSeries series = new CountSeries(Period.of(Frequency.M, 2018, 1), MONTHS);
        for (int month = 0; month < MONTHS; month++) {
            series.put(month, counts.applyAsDouble(month), 1);
        }
        return series;
    }
}
