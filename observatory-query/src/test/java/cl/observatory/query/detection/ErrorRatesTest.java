package cl.observatory.query.detection;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.query.detection.ErrorRates.Found;
import cl.observatory.query.detection.ErrorRates.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code docs/alerts.md} says of errors, on fewer series: a share is held against its own uncertainty, so that a wrong
 * method fails and chance does not. {@code -Dalerts.series=1000} writes the tables of the document to
 * {@code target/alert-error-rates.md}.
 */
class ErrorRatesTest {

    private static final long SEED = 20_261_128;
    private static final int SERIES = 120;

    /** Promised ceilings per series and month, where 1 % is aimed at. */
    private static final double CEILING = 0.025;

    private static final double CEILING_OF_SUMS = 0.02;

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 2, 10, 50, 200})
    void falseAlarmsStayBelowTheirCeiling(double level) {
        // When
        Share alarms = new ErrorRates(SEED).falseAlarms(level, SERIES, false);

        // Then
        assertTrue(alarms.lowest() <= CEILING, () -> alarms + " is more than chance above the ceiling");
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 10, 50, 200})
    void sumsRaiseFewFalseAlarms(double level) {
        // When
        Share alarms = new ErrorRates(SEED).falseAlarmsBySum(level, SERIES);

        // Then
        assertTrue(alarms.lowest() <= CEILING_OF_SUMS, () -> alarms + " is more than chance above the ceiling");
    }

    @Test
    void falseDiscoveriesAreFew() {
        // When
        Share wrong = new ErrorRates(SEED).falseDiscoveries(12, 250);

        // Then
        assertTrue(wrong.all() >= 12, "something was found");
        assertTrue(wrong.lowest() <= 2 * ErrorRates.FALSE_DISCOVERIES, wrong::toString);
    }

    @Test
    void largeOutbreaksAreFoundMoreOftenAndSoonerThanSmallOnes() {
        // When
        Found large = new ErrorRates(SEED).foundByBound(20, 8, SERIES);
        Found small = new ErrorRates(SEED).foundByBound(20, 2, SERIES);

        // Then
        assertTrue(large.share().highest() >= 0.97, large::toString);
        assertTrue(large.delay() < 0.3, large::toString);
        assertTrue(small.share().value() < large.share().value(), small::toString);
        assertTrue(small.delay() > large.delay(), small::toString);
    }

    @Test
    void tablesAreWrittenWhenTheyAreAskedFor() throws IOException {
        // Given
        int series = Integer.getInteger("alerts.series", 0);
        Path file = Path.of("target", "alert-error-rates.md");

        // When
        String report = ErrorRates.report(Long.getLong("alerts.seed", SEED), Math.max(2, series));

        // Then
        assertTrue(report.contains("| 200.0 | 8.0 |"));
        if (series > 0) {
            Files.writeString(file, report);
        }
    }
}
