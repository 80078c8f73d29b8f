package cl.observatory.query.peers;

import cl.observatory.query.territory.Territories.Territory;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How alike communes are: the distance between two is the root of the sum of the squares of their differences, each in
 * standard deviations ({@code docs/method.md}). Another region counts as a difference of one.
 *
 * @param features over the communes that have them all
 * @param byRegion whether the region counts
 */
record Similarity(List<Feature> features, boolean byRegion) {

    private static final double OTHER_REGION = 1;

    /** Below it, two distances differ by rounding alone. */
    private static final double SAME = 1e-9;

    /**
     * @param differences one for each feature, in their order
     */
    record Neighbour(Territory territory, double distance, List<Double> differences, boolean sameRegion) {}

    /**
     * @param features each over the communes that have it
     */
    static Similarity of(List<Feature> features, boolean byRegion) {
        Set<String> pool = new HashSet<>(features.getFirst().numbers().keySet());
        features.forEach(feature -> pool.retainAll(feature.numbers().keySet()));
        return new Similarity(features.stream().map(feature -> feature.of(pool)).toList(), byRegion);
    }

    /** How many communes can be compared. */
    int pool() {
        return features.getFirst().numbers().size();
    }

    boolean knows(Territory territory) {
        return features.getFirst().numbers().containsKey(territory.code());
    }

    /** The others that can be compared, the most alike first; those equally alike in geographic order. */
    List<Neighbour> neighbours(Territory place, List<Territory> communes) {
        return communes.stream()
                .filter(other -> !other.code().equals(place.code()) && knows(other))
                .map(other -> neighbour(place, other))
                .sorted(Comparator.comparingLong((Neighbour neighbour) -> Math.round(neighbour.distance() / SAME))
                        .thenComparingInt(neighbour -> neighbour.territory().position()))
                .toList();
    }

    private Neighbour neighbour(Territory place, Territory other) {
        List<Double> differences = features.stream()
                .map(feature -> feature.difference(other.code(), place.code()))
                .toList();
        boolean sameRegion = region(place).equals(region(other));
        double squares = byRegion && !sameRegion ? OTHER_REGION : 0;
        for (double difference : differences) {
            squares += difference * difference;
        }
        return new Neighbour(other, Math.sqrt(squares), differences, sameRegion);
    }

    /** The code of a commune begins with that of its region. */
    private static String region(Territory commune) {
        return commune.code().substring(0, 2);
    }
}
