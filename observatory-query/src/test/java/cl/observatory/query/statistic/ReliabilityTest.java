package cl.observatory.query.statistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReliabilityTest {

    @ParameterizedTest
    @CsvSource({"0.085,0.0215", "0.915,0.0215", "0.5,0.0700", "0,0", "1,0"})
    void greatestErrorOfAReliableProportionIsAsTheStandardSays(double proportion, double error) {
        assertEquals(error, Reliability.greatestReliableError(proportion), 0.00005);
    }

    @ParameterizedTest
    @CsvSource({
        "0.085,0.0214,60,9,RELIABLE",
        "0.085,0.0216,60,9,WEAK",
        "0.5,0.0699,600,90,RELIABLE",
        "0.5,0.0701,600,90,WEAK",
        "0.085,0.0214,59,9,UNRELIABLE",
        "0.085,0.0214,60,8,UNRELIABLE",
        "0,0,600,90,RELIABLE"
    })
    void proportionIsJudgedByItsErrorOnceItsSampleIsLargeEnough(
            double value, double error, long sample, long freedom, Reliability reliability) {
        assertEquals(reliability, Reliability.of(Statistic.PROPORTION, value, error, sample, freedom));
        assertEquals(reliability, Reliability.of(Statistic.PERCENT, 100 * value, 100 * error, sample, freedom));
    }

    @ParameterizedTest
    @CsvSource({
        "200,30,60,9,RELIABLE",
        "200,30.1,60,9,WEAK",
        "200,60,60,9,WEAK",
        "200,60.1,60,9,UNRELIABLE",
        "-200,30.1,60,9,WEAK",
        "200,30,59,9,UNRELIABLE",
        "200,30,60,8,UNRELIABLE",
        "0,1,60,9,UNRELIABLE",
        "0,0,60,9,RELIABLE"
    })
    void meanIsJudgedByItsCoefficientOfVariation(
            double value, double error, long sample, long freedom, Reliability reliability) {
        assertEquals(reliability, Reliability.of(Statistic.MEAN, value, error, sample, freedom));
    }

    /** A sample that is known to be too small is too small whatever else is not known. */
    @ParameterizedTest
    @CsvSource({
        "0.01,,,UNKNOWN",
        "0.01,600,,UNKNOWN",
        "0.01,,90,UNKNOWN",
        ",600,90,UNKNOWN",
        ",,,UNKNOWN",
        "0.2,,,UNKNOWN",
        ",59,,UNRELIABLE",
        ",,8,UNRELIABLE"
    })
    void whatWasNotPublishedMakesReliabilityUnknown(Double error, Long sample, Long freedom, Reliability reliability) {
        assertEquals(reliability, Reliability.of(Statistic.PROPORTION, 0.5, error, sample, freedom));
    }

    /** A mean that strays too far is of no use whatever its sample was; one that does not may still be. */
    @ParameterizedTest
    @CsvSource({"61,UNRELIABLE", "59,UNKNOWN", "20,UNKNOWN"})
    void meanThatStraysTooFarNeedsNoSampleToBeUnreliable(double error, Reliability reliability) {
        assertEquals(reliability, Reliability.of(Statistic.MEAN, 200, error, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "1,12.706",
        "2,4.303",
        "8,2.306",
        "9,2.262",
        "10,2.228",
        "20,2.086",
        "30,2.042",
        "120,1.980",
        "1000000,1.960"
    })
    void quantilesOfStudentAreThoseOfTheTables(long freedom, double quantile) {
        assertEquals(quantile, StudentT.quantile(freedom), 0.0006);
    }

    @Test
    void intervalIsThePublishersOwnHoweverLopsided() {
        // Given
        Interval published = new Interval(0.05, 0.15);

        // When
        Estimate estimate = new Estimate(Statistic.PROPORTION, 0.08, 0.02, published, 600L, 90L);

        // Then
        assertEquals(published, estimate.interval());
    }

    @Test
    void intervalWithoutOneIsMadeOfTheStandardErrorAndItsDegreesOfFreedom() {
        // When
        Interval interval = estimate(0.5, 0.01, 10L).interval();

        // Then
        assertEquals(0.5 - 0.02228, interval.lower(), 0.00001);
        assertEquals(0.5 + 0.02228, interval.upper(), 0.00001);
        assertNull(estimate(0.5, 0.01, null).interval());
        assertNull(estimate(0.5, null, 10L).interval());
        assertNull(estimate(0.5, 0.01, 0L).interval());
    }

    /** On which scale an interval was made is not known, so it gives no standard error. */
    @Test
    void lopsidedIntervalAloneSaysNothingOfReliabilityOrChange() {
        // When
        Estimate alone = new Estimate(Statistic.PROPORTION, 0.08, null, new Interval(0.05, 0.15), 600L, 90L);

        // Then
        assertEquals(Reliability.UNKNOWN, alone.reliability());
        assertEquals(Optional.empty(), alone.differsFrom(estimate(0.5, 0.01, 90L)));
        assertEquals(Optional.empty(), estimate(0.5, 0.01, 90L).differsFrom(alone));
    }

    @ParameterizedTest
    @CsvSource({
        "0.40,0.03,0.50,0.04,true",
        "0.40,0.03,0.498,0.04,false",
        "0.498,0.04,0.40,0.03,false",
        "0.40,0,0.40,0,false",
        "0.40,0,0.41,0,true"
    })
    void wavesDifferByMoreThanChanceBeyondTheirCommonError(
            double one, double itsError, double other, double otherError, boolean differ) {
        assertEquals(Optional.of(differ), estimate(one, itsError, 90L).differsFrom(estimate(other, otherError, 90L)));
    }

    private static Estimate estimate(double value, Double error, Long freedom) {
        return new Estimate(Statistic.PROPORTION, value, error, null, 600L, freedom);
    }
}
