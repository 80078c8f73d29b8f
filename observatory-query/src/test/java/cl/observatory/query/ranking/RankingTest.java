package cl.observatory.query.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.query.measure.MeasureBuilder;
import cl.observatory.query.ranking.Ranking.Order;
import cl.observatory.query.ranking.Ranking.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTest {

    @Test
    void fractionsThatAreEqualTieHoweverTheyRound() {
        Ranking ranking = ranking(
                MeasureBuilder.in(1).cases(1).among(30_000),
                MeasureBuilder.in(2).cases(3).among(90_000),
                MeasureBuilder.in(3).cases(1_000_001).among(30_000_030_001L));

        assertEquals(List.of(1, 1, 3), ranks(ranking));
        assertEquals(List.of(1, 2, 3), positions(ranking));
    }

    /** To the hundredth these are equal. */
    @Test
    void fractionsThatDifferDoNotTieHoweverTheyRound() {
        Ranking ranking = ranking(
                MeasureBuilder.in(1).cases(1_000_000).among(20_000_001),
                MeasureBuilder.in(2).cases(1_000_000).among(20_000_000));

        assertEquals(List.of(2, 1), positions(ranking));
        assertEquals(List.of(1, 2), ranks(ranking));
    }

    @Test
    void onlyTerritoriesThatCanBeRankedSayHowManyMonthsAreWhole() {
        Ranking ranking = ranking(
                MeasureBuilder.in(1).cases(50).among(100_000).ofMonths(6),
                MeasureBuilder.in(2).cases(60).among(100_000).ofMonths(6),
                MeasureBuilder.in(3).cases(1).among(9_999));

        assertEquals(List.of(2, 1), positions(ranking));
        assertEquals(List.of(Reason.SMALL_POPULATION), reasons(ranking));
    }

    @ParameterizedTest
    @CsvSource({"95,true", "94,false", "100,true"})
    void sumThatLacksMoreThanATwentiethOfItsCellsIsNotRanked(int reported, boolean ranked) {
        Ranking ranking = ranking(
                MeasureBuilder.in(1).cases(50).among(100_000),
                MeasureBuilder.in(2).cases(50).among(100_000).cells(reported, 100));

        assertEquals(ranked ? List.of() : List.of(Reason.INCOMPLETE), reasons(ranking));
    }

    @ParameterizedTest
    @CsvSource({"5000,true", "5001,false", "0,true"})
    void rateToPeopleOfWhomATwentiethLivesInSilentPlacesIsNotRanked(long silent, boolean ranked) {
        Ranking ranking = ranking(
                MeasureBuilder.in(1).cases(50).among(100_000),
                MeasureBuilder.in(2).cases(50).among(100_000).silent(silent));

        assertEquals(ranked ? List.of() : List.of(Reason.INCOMPLETE), reasons(ranking));
    }

    /** Half a year with all of its cells is partial, and nothing is missing from it. */
    @Test
    void partialPeriodIsNotIncomplete() {
        Ranking ranking = ranking(
                MeasureBuilder.in(1).cases(50).among(100_000).ofMonths(6),
                MeasureBuilder.in(2).cases(50).among(100_000).ofMonths(6));

        assertEquals(List.of(1, 1), ranks(ranking));
    }

    @Test
    void whatIsNotRankedStandsInGeographicOrderWithItsReason() {
        Ranking ranking = ranking(
                MeasureBuilder.in(1).cases(3).among(100_000).ofMonths(3),
                MeasureBuilder.in(2),
                MeasureBuilder.in(3).cases(3).among(100),
                MeasureBuilder.in(4).cases(3).among(100_000).cells(1, 12),
                MeasureBuilder.in(5).cases(3).among(100_000));

        assertEquals(
                List.of(Reason.PARTIAL_PERIOD, Reason.NO_VALUE, Reason.SMALL_POPULATION, Reason.INCOMPLETE),
                reasons(ranking));
        assertEquals(List.of(5), positions(ranking));
    }

    @Test
    void overlapReachesToTheFarthestNeighbour() {
        Ranking ranking = ranking(
                MeasureBuilder.in(1).cases(1_000).among(100_000),
                MeasureBuilder.in(2).cases(9).among(10_000),
                MeasureBuilder.in(3).cases(50).among(100_000),
                MeasureBuilder.in(4).cases(48).among(100_000));

        assertEquals(
                List.of(1, 2, 2, 2),
                ranking.ranked().stream().map(Ranking.Ranked::firstOverlapping).toList());
        assertEquals(
                List.of(1, 4, 4, 4),
                ranking.ranked().stream().map(Ranking.Ranked::lastOverlapping).toList());
    }

    @Test
    void nothingToRankIsAnEmptyRanking() {
        assertEquals(new Ranking(List.of(), List.of()), ranking());
    }

    /** Descending is ascending backwards, except that ties keep the geographic order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rankIsOneMoreThanHowManyAreBefore(long seed) {
        // Given
        Random random = new Random(seed);
        List<MeasureBuilder> measures = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            measures.add(MeasureBuilder.in(i).cases(random.nextInt(12)).among(20_000L * (1 + random.nextInt(3))));
        }

        // When
        Ranking down = ranking(Order.desc, measures);
        Ranking up = ranking(Order.asc, measures);

        // Then
        for (Ranking.Ranked ranked : down.ranked()) {
            long greater = down.ranked().stream()
                    .filter(other -> other.measure().value() > ranked.measure().value() + 1e-9)
                    .count();
            assertEquals(greater + 1, ranked.rank(), () -> "seed " + seed);
        }
        for (Ranking.Ranked ranked : up.ranked()) {
            long less = up.ranked().stream()
                    .filter(other -> other.measure().value() < ranked.measure().value() - 1e-9)
                    .count();
            assertEquals(less + 1, ranked.rank(), () -> "seed " + seed);
        }
    }

    private static Ranking ranking(MeasureBuilder... measures) {
        return ranking(Order.desc, List.of(measures));
    }

    private static Ranking ranking(Order order, List<MeasureBuilder> measures) {
        return Ranking.of(
                Stream.of(measures)
                        .flatMap(List::stream)
                        .map(MeasureBuilder::measure)
                        .toList(),
                10_000,
                order);
    }

    private static List<Integer> ranks(Ranking ranking) {
        return ranking.ranked().stream().map(Ranking.Ranked::rank).toList();
    }

    private static List<Integer> positions(Ranking ranking) {
        return ranking.ranked().stream()
                .map(ranked -> ranked.measure().territory().position())
                .toList();
    }

    private static List<Reason> reasons(Ranking ranking) {
        return ranking.notRanked().stream().map(Ranking.NotRanked::reason).toList();
    }
}
