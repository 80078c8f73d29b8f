package cl.observatory.query.ranking;

import cl.observatory.query.measure.Chance;
import cl.observatory.query.measure.Divisor;
import cl.observatory.query.measure.Measure;
import cl.observatory.query.statistic.RateRatio;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Measures of one period in the order of their values. Equal values share a rank and the ranks behind them are left out.
 * What cannot be compared is not ranked: a value that is not there, the value of a territory with too few people, which
 * chance moves most, one made of fewer months than the others, one that lacks many of its cells, and an estimate that is
 * not reliable.
 *
 * @param ranked in the order asked for, equal values in geographic order
 */
public record Ranking(List<Ranked> ranked, List<NotRanked> notRanked) {

    /** Which end comes first. */
    @Schema(name = "RankingOrder")
    public enum Order {
        desc,
        asc
    }

    /** Why a territory has no rank. */
    @Schema(name = "NotRankedReason")
    public enum Reason {
        NO_VALUE,
        SMALL_POPULATION,
        PARTIAL_PERIOD,
        INCOMPLETE,
        UNRELIABLE
    }

    /**
     * A place in the ranking.
     *
     * @param firstOverlapping the best rank among the territories whose value differs from this one by no more than chance
     * @param lastOverlapping the worst
     * @param ratioToNext to the value that stands behind it, empty for the last and where there is none
     */
    public record Ranked(
            int rank, Measure measure, int firstOverlapping, int lastOverlapping, Optional<RateRatio> ratioToNext) {}

    public record NotRanked(Reason reason, Measure measure) {}

    /**
     * @param measures of one period and one indicator, in geographic order
     * @param minPopulation least number of people of a ranked territory; applies to rates only
     */
    public static Ranking of(List<Measure> measures, long minPopulation, Order order) {
        List<Measure> comparable = new ArrayList<>(measures);
        List<NotRanked> notRanked = new ArrayList<>();
        setApart(comparable, notRanked, Reason.NO_VALUE, measure -> measure.value() == null);
        setApart(comparable, notRanked, Reason.UNRELIABLE, Measure::isUnreliable);
        setApart(
                comparable,
                notRanked,
                Reason.SMALL_POPULATION,
                measure -> measure.population() != null && measure.population() < minPopulation);
        int months = comparable.stream()
                .mapToInt(measure -> measure.coverage().months())
                .max()
                .orElse(0);
        setApart(
                comparable,
                notRanked,
                Reason.PARTIAL_PERIOD,
                measure -> measure.coverage().months() < months);
        setApart(comparable, notRanked, Reason.INCOMPLETE, Measure::isFarFromComplete);
        notRanked.sort(Comparator.comparingInt(
                unranked -> unranked.measure().territory().position()));
        Comparator<Measure> ascending = Ranking::compare;
        comparable.sort(order == Order.asc ? ascending : ascending.reversed());
        return new Ranking(ranked(comparable), notRanked);
    }

    private static void setApart(
            List<Measure> comparable, List<NotRanked> notRanked, Reason reason, Predicate<Measure> condition) {
        comparable.stream().filter(condition).forEach(measure -> notRanked.add(new NotRanked(reason, measure)));
        comparable.removeIf(condition);
    }

    /** Exactly, so that equal fractions tie however they round. */
    private static int compare(Measure one, Measure other) {
        if (one.divisor() == null || other.divisor() == null) {
            return Long.compare(one.count(), other.count());
        }
        return product(one.count(), other.divisor()).compareTo(product(other.count(), one.divisor()));
    }

    /** Pesos times pesos are more than a long holds. */
    private static BigInteger product(long count, Divisor divisor) {
        return BigInteger.valueOf(count).multiply(BigInteger.valueOf(divisor.number()));
    }

    private static List<Ranked> ranked(List<Measure> sorted) {
        int[] ranks = new int[sorted.size()];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = i > 0 && compare(sorted.get(i - 1), sorted.get(i)) == 0 ? ranks[i - 1] : i + 1;
        }
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < ranks.length; i++) {
            Measure measure = sorted.get(i);
            int first = 0;
            while (first < i && !overlap(sorted.get(first), measure)) {
                first++;
            }
            int last = ranks.length - 1;
            while (last > i && !overlap(sorted.get(last), measure)) {
                last--;
            }
            ranked.add(new Ranked(
                    ranks[i],
                    measure,
                    ranks[first],
                    ranks[last],
                    i + 1 < ranks.length ? Chance.ratio(measure, sorted.get(i + 1)) : Optional.empty()));
        }
        return ranked;
    }

    /** Where nothing tells how far chance goes, nothing is told of it. */
    private static boolean overlap(Measure one, Measure other) {
        return Chance.separates(one, other).filter(apart -> !apart).isPresent();
    }
}
