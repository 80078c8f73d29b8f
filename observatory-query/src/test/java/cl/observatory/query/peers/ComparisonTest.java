package cl.observatory.query.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.query.measure.Measure;
import cl.observatory.query.measure.MeasureBuilder;
import cl.observatory.query.ranking.Ranking;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Measure PLACE =
            MeasureBuilder.in(1).cases(100).among(300_000).measure();

    @Test
    void medianOfAnOddNumberIsTheMiddleOne() {
        Comparison comparison = compare(PLACE, 3, rate(2, 90), rate(3, 10), rate(4, 50));

        assertEquals(50, comparison.median().orElseThrow(), 1e-9);
    }

    @Test
    void medianOfAnEvenNumberLiesHalfWayBetweenTheTwoInTheMiddle() {
        Comparison comparison = compare(PLACE, 4, rate(2, 90), rate(3, 10), rate(4, 50), rate(5, 60));

        assertEquals(55, comparison.median().orElseThrow(), 1e-9);
    }

    /** A third is the same however it is written. */
    @Test
    void equalFractionsAreTheSameAndCountHalf() {
        Measure same = MeasureBuilder.in(2).cases(10).among(30_000).measure();

        Standing standing = compare(PLACE, 2, same, rate(3, 1)).standing().orElseThrow();

        assertEquals(1, standing.equal());
        assertEquals(1, standing.below());
        assertEquals(75, standing.percentile(), 1e-9);
    }

    @Test
    void percentileGoesFromNothingToAHundred() {
        assertEquals(
                0,
                compare(PLACE, 2, rate(2, 90), rate(3, 80))
                        .standing()
                        .orElseThrow()
                        .percentile(),
                1e-9);
        assertEquals(
                100,
                compare(PLACE, 2, rate(2, 9), rate(3, 8))
                        .standing()
                        .orElseThrow()
                        .percentile(),
                1e-9);
    }

    @Test
    void whoCannotBeComparedIsPassedOverAndTheNextTakesThePlace() {
        Measure half = MeasureBuilder.in(2).cases(5).among(100_000).ofMonths(6).measure();

        Comparison comparison = compare(PLACE, 1, half, rate(3, 8), rate(4, 7));

        assertEquals(List.of("00002", "00003"), comparison.codes().sorted().toList());
        assertEquals(
                Ranking.Reason.PARTIAL_PERIOD,
                comparison.passedOver().getFirst().notRanked().reason());
    }

    @Test
    void placeThatCannotBeComparedHasNoStandingButItsPeersHaveAMedian() {
        Measure half = MeasureBuilder.in(1).cases(5).among(100_000).ofMonths(6).measure();

        Comparison comparison = compare(half, 1, rate(2, 8));

        assertEquals(Ranking.Reason.PARTIAL_PERIOD, comparison.reason());
        assertEquals(Optional.empty(), comparison.standing());
        assertEquals(8, comparison.median().orElseThrow(), 1e-9);
    }

    @Test
    void withoutPeersThereIsNothingToTell() {
        Comparison comparison = compare(PLACE, 3);

        assertTrue(comparison.peers().isEmpty());
        assertEquals(Optional.empty(), comparison.standing());
        assertEquals(Optional.empty(), comparison.median());
    }

    /** To 100,000 people. */
    private static Measure rate(int position, long cases) {
        return MeasureBuilder.in(position).cases(cases).among(100_000).measure();
    }

    /** With neighbours in the order in which they are given. */
    private static Comparison compare(Measure place, int most, Measure... others) {
        List<Similarity.Neighbour> neighbours = Stream.of(others)
                .map(other -> new Similarity.Neighbour(other.territory(), 1, List.of(), true))
                .toList();
        Ranking ranking =
                Ranking.of(Stream.concat(Stream.of(place), Stream.of(others)).toList(), 0, Ranking.Order.desc);
        return Comparison.of(place.territory(), neighbours, ranking, most);
    }
}
