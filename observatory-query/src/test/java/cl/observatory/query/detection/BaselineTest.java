package cl.observatory.query.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class BaselineTest {

    private static final Period JANUARY = Period.of(Frequency.M, 2018, 1);
    private static final int MONTHS = 72;
    private static final Baseline FIVE_YEARS = new Baseline(5, 1);

    /** A reference of 55 months of 20: the error of the mean is that of one level of 14 months. */
    @Test
    void whatIsAlwaysTheSameIsExpectedWithTheErrorOfItsOwnMean() {
        // When
        Prediction prediction = FIVE_YEARS.predict(series(month -> 20), 71).orElseThrow();

        // Then
        assertEquals(20, prediction.mean(), 1e-6);
        assertEquals(1, prediction.dispersion());
        assertTrue(prediction.variance() > 20 * (1 + 1.0 / 14), "the trend adds to the error");
        assertTrue(prediction.variance() < 20 * 1.25);
    }

    @Test
    void everySeasonHasItsLevel() {
        // Given March has 60 cases and every other month 20
        CountSeries series = series(month -> month % 12 == 2 ? 60 : 20);

        // Then
        assertEquals(60, new Baseline(5, 0).predict(series, 62).orElseThrow().mean(), 1e-6);
        assertEquals(20, new Baseline(5, 0).predict(series, 65).orElseThrow().mean(), 1e-6);
    }

    @Test
    void trendIsFollowedButNotBeyondWhatWasEverCounted() {
        // Given 2 % less each month, and 2 % more
        CountSeries falling = series(month -> 200 * Math.pow(0.98, month));
        CountSeries rising = series(month -> 20 * Math.pow(1.02, month));

        // When
        double fallen = new Baseline(5, 0).predict(falling, 71).orElseThrow().mean();
        double risen = new Baseline(5, 0).predict(rising, 71).orElseThrow().mean();

        // Then
        assertEquals(200 * Math.pow(0.98, 71), fallen, 0.01);
        assertTrue(risen < 20 * Math.pow(1.02, 65), "the last month of the reference is the highest of all");
    }

    /** A month of 200 among months of 20 hardly moves what is expected. */
    @Test
    void outbreakOfThePastWeighsLittle() {
        // Given
        CountSeries calm = series(month -> 20 + month % 3);
        CountSeries outbreak = series(month -> month == 47 ? 200 : 20 + month % 3);

        // When
        double usual = new Baseline(5, 1).predict(calm, 71).orElseThrow().mean();
        double disturbed =
                new Baseline(5, 1).predict(outbreak, 71).orElseThrow().mean();

        // Then
        assertTrue(disturbed < 1.25 * usual, disturbed + " beside " + usual);
    }

    @Test
    void twiceThePeopleLetExpectTwiceTheCases() {
        // Given
        CountSeries series = new CountSeries(JANUARY, MONTHS);
        for (int month = 0; month < MONTHS; month++) {
            series.put(month, 20, 1000);
        }
        series.put(71, 20, 2000);

        // Then
        assertEquals(40, FIVE_YEARS.predict(series, 71).orElseThrow().mean(), 1e-6);
    }

    @Test
    void whereNothingWasEverCountedHalfACaseIsSpreadOverTheReference() {
        assertEquals(
                0.5 / 55,
                FIVE_YEARS.predict(series(month -> 0), 71).orElseThrow().mean(),
                1e-6);
        assertTrue(FIVE_YEARS.predict(series(month -> 0), 71).orElseThrow().exceedance(5) < 1e-6);
    }

    @Test
    void theLastHalfYearIsNoReference() {
        // Given something new began four months ago
        CountSeries series = series(month -> month >= 67 ? 90 : 20);

        // Then
        assertEquals(20, FIVE_YEARS.predict(series, 71).orElseThrow().mean(), 1e-6);
    }

    @Test
    void tooShortAReferenceTellsNothing() {
        // Given only the last 29 months are usable, 23 of them before the last half year
        CountSeries series = new CountSeries(JANUARY, MONTHS);
        for (int month = 43; month < MONTHS; month++) {
            series.put(month, 20, 1);
        }

        // Then
        assertTrue(FIVE_YEARS.predict(series, 71).isEmpty());
        series.put(42, 20, 1);
        series.put(41, 20, 1);
        assertTrue(FIVE_YEARS.predict(series, 71).isPresent());
    }

    @Test
    void yearsHaveATrendAndNoSeasons() {
        // Given
        CountSeries series = new CountSeries(Period.ofYear(2010), 12);
        for (int year = 0; year < 12; year++) {
            series.put(year, 500 * Math.pow(0.9, year), 1);
        }

        // Then
        assertEquals(
                500 * Math.pow(0.9, 11),
                new Baseline(8, 0).predict(series, 11).orElseThrow().mean(),
                1e-3);
    }

    private static CountSeries series(IntToDoubleFunction counts) {
        CountSeries series = new CountSeries(JANUARY, MONTHS);
        for (int month = 0; month < MONTHS; month++) {
            series.put(month, counts.applyAsDouble(month), 1);
        }
        return series;
    }
}
