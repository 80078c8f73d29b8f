package cl.observatory.query.peers;

import cl.observatory.query.measure.Chance;
import cl.observatory.query.measure.Measure;
import cl.observatory.query.ranking.Ranking.Ranked;
import java.util.List;

/**
 * Where a value stands among others.
 *
 * @param below how many of the others are lower
 * @param equal how many are the same
 * @param overlapping how many differ from it by no more than chance; null when nothing tells how far chance moves it
 */
record Standing(int below, int equal, int above, Integer overlapping) {

    /**
     * @param place with its rank among all, the highest value first, by which equal fractions are the same
     * @param peers ranked like it, at least one
     */
    static Standing of(Ranked place, List<Ranked> peers) {
        int equal =
                (int) peers.stream().filter(peer -> peer.rank() == place.rank()).count();
        int below =
                (int) peers.stream().filter(peer -> peer.rank() > place.rank()).count();
        return new Standing(
                below,
                equal,
                peers.size() - below - equal,
                Chance.isKnownOf(place.measure()) ? Integer.valueOf(overlapping(place.measure(), peers)) : null);
    }

    /** How many of 100 others are lower, those that are the same counted half. */
    double percentile() {
        return 100 * (below + 0.5 * equal) / (below + equal + above);
    }

    private static int overlapping(Measure place, List<Ranked> peers) {
        return (int) peers.stream()
                .flatMap(peer -> Chance.separates(place, peer.measure()).stream())
                .filter(apart -> !apart)
                .count();
    }
}
