package cl.observatory.query.measure;

import cl.observatory.events.time.Period;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.statistic.Estimate;
import cl.observatory.query.statistic.Interval;
import cl.observatory.query.statistic.Reliability;
import cl.observatory.query.territory.Territories.Territory;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The value of an indicator for one territory and period.
 *
 * @param count numerator or cell, a whole number; null when there is none, or only one of some of the codes
 * @param divisor what the count was to be divided by, null for a count and when it is not known
 * @param value unrounded, null when it cannot be told
 * @param interval of the value, null without one
 * @param status the strongest that applies
 * @param flags the others that apply, A left out
 * @param reason why there is no value, null when there is one
 * @param decimals that the count stands for
 * @param isSum whether the count was added up, or could have been
 * @param estimate when the value was estimated by a survey, null otherwise and when there is no value
 */
public record Measure(
        Territory territory,
        Period period,
        Long count,
        Divisor divisor,
        Double value,
        Interval interval,
        ObsStatus status,
        List<ObsStatus> flags,
        Coverage coverage,
        Reason reason,
        int decimals,
        boolean isSum,
        Estimate estimate) {

    /**
     * What a count is made of.
     *
     * @param wholeMonths that the period has, or all periods that the count is made over
     * @param months of them in which something was reported
     * @param cells as they were sent
     * @param expectedCells how many there would be if every series, once begun, reported each time
     * @param silentPeople those of the population who live in places that never report
     */
    public record Coverage(int wholeMonths, int months, int cells, int expectedCells, long silentPeople) {}

    /** Why a value is not there. */
    @Schema(name = "NoValueReason")
    public enum Reason {
        /** The data set has no cell for it. */
        NO_DATA,
        /** Some of the codes that the indicator adds up have no cell. */
        INCOMPLETE_CODES,
        /** The population of the territory in that year is not known, or lacks that of places whose cases are counted. */
        NO_POPULATION,
        /** What it would be a share of is missing, zero, or lacks much of its cells. */
        NO_DENOMINATOR,
        /** Numerator and denominator of a share are told of different months of the period, or of different places. */
        UNEQUAL_SIDES,
        /** The data have more of a part than of the whole that it is a share of: one of the two is wrong. */
        PART_EXCEEDS_WHOLE,
        /** It could only be made by adding up what is never added up. */
        NEVER_ADDED_UP,
        /** Its cells would have to be divided among territories, and nobody knows how. */
        UNKNOWN_SHARE,
        /** There was no such territory in the division that is asked for. */
        OTHER_DIVISION,
        /** There is one, too unreliable to be compared with others. */
        UNRELIABLE
    }

    /** Whether it is an estimate that is not to be used. */
    public boolean isUnreliable() {
        return estimate != null && estimate.reliability() == Reliability.UNRELIABLE;
    }

    /** The same as the first after a break. */
    Measure broken() {
        Set<ObsStatus> statuses = EnumSet.of(status, ObsStatus.B);
        statuses.addAll(flags);
        ObsStatus strongest = List.copyOf(statuses).getLast();
        statuses.removeAll(Set.of(strongest, ObsStatus.A));
        return with(strongest, List.copyOf(statuses), reason);
    }

    /** The same of a territory that there is not in the division asked for: that is why nothing is told. */
    Measure elsewhere() {
        return reason == Reason.NO_DATA ? with(status, flags, Reason.OTHER_DIVISION) : this;
    }

    private Measure with(ObsStatus otherStatus, List<ObsStatus> otherFlags, Reason otherReason) {
        return new Measure(
                territory,
                period,
                count,
                divisor,
                value,
                interval,
                otherStatus,
                otherFlags,
                coverage,
                otherReason,
                decimals,
                isSum,
                estimate);
    }

    /** The people that the count was divided by; null but for a rate. */
    public Long population() {
        return divisor == null || !divisor.isPeople() ? null : Long.valueOf(divisor.number());
    }

    /** Whether there is any cell with a value. */
    public boolean hasData() {
        return coverage.cells() > 0;
    }

    /** Whether it is told under a code that did not hold at any time of the period. */
    public boolean isOfAnotherDivision() {
        boolean began = territory.validFrom() == null
                || territory.validFrom().isBefore(period.plus(1).start());
        boolean ended = territory.validTo() != null && !territory.validTo().isAfter(period.start());
        return hasData() && (ended || !began);
    }

    /** Whether the count is made of fewer months than the period has. */
    public boolean isPartial() {
        return value != null && coverage.months() < coverage.wholeMonths();
    }

    /** Whether cells are missing in the months that it is made of: a sum is too low then, and nobody knows how much. */
    public boolean isIncomplete() {
        return value != null
                && (cells().areIncomplete(coverage.months(), coverage.wholeMonths())
                        || (divisor != null
                                && divisor.cells().areIncomplete(coverage.months(), coverage.wholeMonths())));
    }

    /** Whether so much is missing, of the cells or of the people, that the value compares with no other. */
    public boolean isFarFromComplete() {
        return value != null
                && (cells().areFarFromComplete(coverage.months(), coverage.wholeMonths()) || isFarFromHeard());
    }

    private boolean isFarFromHeard() {
        return hasSilentPeople() && 100 * (divisor.number() - coverage.silentPeople()) < Cells.LEAST * divisor.number();
    }

    /** Whether the people of places that never report are counted all the same. */
    public boolean hasSilentPeople() {
        return value != null && coverage.silentPeople() > 0;
    }

    private Cells cells() {
        return new Cells(coverage.cells(), coverage.expectedCells());
    }
}
