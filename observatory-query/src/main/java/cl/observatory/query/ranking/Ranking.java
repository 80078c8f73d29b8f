package cl.observatory.query.ranking;

import cl.observatory.query.measure.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Measures of one period in the order of their values. Equal values share a rank and the ranks behind them are left out.
 * What cannot be compared is not ranked: a value that is not there, one made of fewer months than the others, and the
 * value of a territory with too few people, which chance moves most.
 *
 * @param ranked in the order asked for, equal values in geographic order
 */
record Ranking(List<Ranked> ranked, List<NotRanked> notRanked) {

    /** Which end comes first. */
    @Schema(name = "RankingOrder")
    enum Order {
        desc,
        asc
    }

    /** Why a territory has no rank. */
    @Schema(name = "NotRankedReason")
    enum Reason {
        NO_VALUE,
        PARTIAL_PERIOD,
        SMALL_POPULATION
    }

    /**
     * A place in the ranking.
     *
     * @param firstOverlapping the best rank among the territories whose intervals overlap this one's
     * @param lastOverlapping the worst
     */
    record Ranked(int rank, Measure measure, int firstOverlapping, int lastOverlapping) {}

    record NotRanked(Reason reason, Measure measure) {}

    /**
     * @param measures of one period and one indicator, in geographic order
     * @param minPopulation least number of people of a ranked territory; does not apply to counts
     */
    static Ranking of(List<Measure> measures, long minPopulation, Order order) {
        int months = measures.stream().mapToInt(Measure::monthsCovered).max().orElse(0);
        List<Measure> comparable = new ArrayList<>();
        List<NotRanked> notRanked = new ArrayList<>();
        for (Measure measure : measures) {
            if (measure.value() == null) {
                notRanked.add(new NotRanked(Reason.NO_VALUE, measure));
            } else if (measure.monthsCovered() < months) {
                notRanked.add(new NotRanked(Reason.PARTIAL_PERIOD, measure));
            } else if (measure.population() != null && measure.population() < minPopulation) {
                notRanked.add(new NotRanked(Reason.SMALL_POPULATION, measure));
            } else {
                comparable.add(measure);
            }
        }
        Comparator<Measure> ascending = Ranking::compare;
        comparable.sort(order == Order.asc ? ascending : ascending.reversed());
        return new Ranking(ranked(comparable), notRanked);
    }

    /** Exactly, so that equal fractions tie however they round. */
    private static int compare(Measure one, Measure other) {
        if (one.population() == null || other.population() == null) {
            return Long.compare(one.count(), other.count());
        }
        return Long.compare(
                Math.multiplyExact(one.count(), other.population()),
                Math.multiplyExact(other.count(), one.population()));
    }

    private static List<Ranked> ranked(List<Measure> sorted) {
        int[] ranks = new int[sorted.size()];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = i > 0 && compare(sorted.get(i - 1), sorted.get(i)) == 0 ? ranks[i - 1] : i + 1;
        }
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < ranks.length; i++) {
            int first = i;
            int last = i;
            for (int j = 0; j < ranks.length; j++) {
                if (sorted.get(j).interval().overlaps(sorted.get(i).interval())) {
                    first = Math.min(first, j);
                    last = Math.max(last, j);
                }
            }
            ranked.add(new Ranked(ranks[i], sorted.get(i), ranks[first], ranks[last]));
        }
        return ranked;
    }
}
