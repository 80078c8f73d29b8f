package cl.observatory.query.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.Labels;
import cl.observatory.query.peers.Feature.Scale;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.territory.TerritoryLevel;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimilarityTest {

    private static final double EXACT = 1e-12;

    @Test
    void differencesAreInStandardDeviationsOfTheWhole() {
        Feature feature = Feature.of("f", Scale.LINEAR, Map.of("01001", 1.0, "01002", 3.0, "01003", 5.0, "01004", 7.0));

        assertEquals(4, feature.mean(), EXACT);
        assertEquals(Math.sqrt(5), feature.standardDeviation(), EXACT);
        assertEquals(2 / Math.sqrt(5), feature.difference("01003", "01002"), EXACT);
        assertEquals(-2 / Math.sqrt(5), feature.difference("01002", "01003"), EXACT);
    }

    @Test
    void whatIsTheSameEverywherePartsNobody() {
        Feature feature = Feature.of("f", Scale.LINEAR, Map.of("01001", 2.0, "01002", 2.0));

        assertEquals(0, feature.difference("01001", "01002"), EXACT);
    }

    @Test
    void zeroHasNoPlaceOnTheLogarithmicScale() {
        Similarity similarity = Similarity.of(
                List.of(Feature.of("f", Scale.LOG, Map.of("01001", 0.0, "01002", 10.0, "01003", 1_000.0))), false);

        assertFalse(similarity.knows(commune("01001", 1)));
        assertEquals(2, similarity.pool());
        assertEquals(2, similarity.features().getFirst().mean(), EXACT);
    }

    /** The mean and the deviation are those of communes that have every feature. */
    @Test
    void onlyCommunesWithEveryFeatureAreCompared() {
        Similarity similarity = Similarity.of(
                List.of(
                        Feature.of("f", Scale.LINEAR, Map.of("01001", 0.0, "01002", 2.0, "01003", 100.0)),
                        Feature.of("g", Scale.LINEAR, Map.of("01001", 5.0, "01002", 9.0))),
                false);

        assertFalse(similarity.knows(commune("01003", 3)));
        assertTrue(similarity.knows(commune("01002", 2)));
        assertEquals(1, similarity.features().getFirst().mean(), EXACT);
    }

    @Test
    void distanceIsTheRootOfTheSumOfSquaresAndAnotherRegionCountsAsOne() {
        Similarity similarity = Similarity.of(
                List.of(
                        Feature.of("f", Scale.LINEAR, Map.of("01001", 0.0, "02001", 2.0)),
                        Feature.of("g", Scale.LINEAR, Map.of("01001", 0.0, "02001", 2.0))),
                true);

        Similarity.Neighbour neighbour = similarity
                .neighbours(commune("01001", 1), List.of(commune("01001", 1), commune("02001", 2)))
                .getFirst();

        assertEquals(List.of(2.0, 2.0), neighbour.differences());
        assertEquals(3, neighbour.distance(), EXACT);
        assertFalse(neighbour.sameRegion());
    }

    /** Their distances differ in the last digit that a computer keeps. */
    @Test
    void equallyAlikeStandInGeographicOrder() {
        Similarity similarity = Similarity.of(
                List.of(Feature.of("f", Scale.LINEAR, Map.of("01001", 0.1, "01002", 1.2, "01003", -1.0))), false);

        List<Similarity.Neighbour> neighbours =
                similarity.neighbours(commune("01001", 9), List.of(commune("01002", 8), commune("01003", 7)));

        assertEquals(
                List.of("01003", "01002"),
                neighbours.stream().map(each -> each.territory().code()).toList());
    }

    /** Whatever the values: a distance is the same both ways, and the scale of a feature does not matter. */
    @Test
    void distanceIsTheSameBothWaysAndInAnyUnit() {
        long seed = 20_261_124L;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Map<String, Double> values = IntStream.range(10_001, 10_006)
                    .boxed()
                    .collect(Collectors.toMap(Object::toString, code -> random.nextDouble() * 1_000));
            Map<String, Double> thousandfold = values.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue() * 1_000 + 7));
            Similarity similarity = Similarity.of(List.of(Feature.of("f", Scale.LINEAR, values)), true);
            Similarity other = Similarity.of(List.of(Feature.of("f", Scale.LINEAR, thousandfold)), true);

            double there = distance(similarity, "10001", "10002");

            assertEquals(there, distance(similarity, "10002", "10001"), 1e-9, "seed " + seed);
            assertEquals(there, distance(other, "10001", "10002"), 1e-6, "seed " + seed);
        }
    }

    private static double distance(Similarity similarity, String from, String to) {
        return similarity
                .neighbours(commune(from, 1), List.of(commune(to, 2)))
                .getFirst()
                .distance();
    }

    private static Territory commune(String code, int position) {
        return new Territory(
                code, TerritoryLevel.commune, code.substring(0, 3), new Labels("es", "en"), position, null, null, null);
    }
}
