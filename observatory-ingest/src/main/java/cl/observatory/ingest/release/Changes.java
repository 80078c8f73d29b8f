package cl.observatory.ingest.release;

import java.math.BigDecimal;
import java.util.List;

/**
 * How a release to be differs from the one that it was compared with, cell by cell.
 *
 * @param created cells that the other lacks
 * @param updated cells with another value, status or attribute
 * @param removed cells that only the other has
 * @param groups the same by region and year, in that order
 */
public record Changes(long created, long updated, long unchanged, long removed, List<Group> groups) {

    /**
     * Cells of a region and a year.
     *
     * @param region code, {@code CL} for cells of the country
     * @param before sum of all values in the other release, null when they are not to be added up or there are none
     * @param after sum of all values in this one, those that a merge keeps included
     */
    public record Group(
            String region,
            int year,
            long added,
            long changed,
            long removed,
            long unchanged,
            BigDecimal before,
            BigDecimal after) {}

    static Changes of(List<Group> groups) {
        return new Changes(
                groups.stream().mapToLong(Group::added).sum(),
                groups.stream().mapToLong(Group::changed).sum(),
                groups.stream().mapToLong(Group::unchanged).sum(),
                groups.stream().mapToLong(Group::removed).sum(),
                List.copyOf(groups));
    }
}
