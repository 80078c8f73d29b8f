package cl.observatory.query.peers;

import cl.observatory.query.peers.Similarity.Neighbour;
import cl.observatory.query.ranking.Ranking;
import cl.observatory.query.ranking.Ranking.NotRanked;
import cl.observatory.query.ranking.Ranking.Ranked;
import cl.observatory.query.territory.Territories.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A place beside its peers: the most alike of those whose value can be compared. Who is more alike and has no such value
 * is passed over, and named.
 *
 * @param place empty when its own value cannot be compared
 * @param reason why it cannot, null when it can or when there is no such territory in the period
 * @param standing empty like that, and without peers
 * @param median of the peers, empty without any
 */
record Comparison(
        List<Peer> peers,
        List<PassedOver> passedOver,
        Optional<Ranked> place,
        Ranking.Reason reason,
        Optional<Standing> standing,
        Optional<Double> median) {

    record Peer(Neighbour neighbour, Ranked ranked) {}

    record PassedOver(Neighbour neighbour, NotRanked notRanked) {}

    /**
     * @param neighbours the most alike first
     * @param ranking of every commune, without a least population
     */
    static Comparison of(Territory place, List<Neighbour> neighbours, Ranking ranking, int most) {
        Map<String, Ranked> ranked = ranking.ranked().stream()
                .collect(Collectors.toMap(each -> each.measure().territory().code(), Function.identity()));
        Map<String, NotRanked> notRanked = ranking.notRanked().stream()
                .collect(Collectors.toMap(each -> each.measure().territory().code(), Function.identity()));
        List<Peer> peers = new ArrayList<>();
        List<PassedOver> passedOver = new ArrayList<>();
        for (Neighbour neighbour : neighbours) {
            String code = neighbour.territory().code();
            if (peers.size() == most) {
                break;
            }
            if (ranked.containsKey(code)) {
                peers.add(new Peer(neighbour, ranked.get(code)));
            } else {
                passedOver.add(new PassedOver(neighbour, notRanked.get(code)));
            }
        }
        List<Ranked> values = peers.stream().map(Peer::ranked).toList();
        Optional<Ranked> own = Optional.ofNullable(ranked.get(place.code()));
        return new Comparison(
                peers,
                passedOver,
                own,
                Optional.ofNullable(notRanked.get(place.code()))
                        .map(NotRanked::reason)
                        .orElse(null),
                own.filter(some -> !values.isEmpty()).map(some -> Standing.of(some, values)),
                values.isEmpty() ? Optional.empty() : Optional.of(median(values)));
    }

    /** The middle one, or half way between the two in the middle. */
    private static double median(List<Ranked> peers) {
        double[] values = peers.stream()
                .mapToDouble(peer -> peer.measure().value())
                .sorted()
                .toArray();
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /** Codes of the peers and of those that were passed over. */
    Stream<String> codes() {
        return Stream.concat(
                        peers.stream().map(Peer::neighbour), passedOver.stream().map(PassedOver::neighbour))
                .map(neighbour -> neighbour.territory().code());
    }
}
