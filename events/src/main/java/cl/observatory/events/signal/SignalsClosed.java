package cl.observatory.events.signal;

import cl.observatory.events.Labels;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A month of one category of community reports is closed, once and for good. Each category has such an event for each month,
 * also when no commune is told of. The event's id is computed from category and month.
 *
 * @param category code of what was reported
 * @param group of categories that this one belongs to
 * @param month such as {@code 2026-10}: the one in which reports were found valid
 * @param method version of the way in which counts were noised and banded
 * @param epsilon what the month spent: how far one report can change the odds of what is told here, as a natural logarithm
 * @param band how wide bands are; nothing is told of a commune below the first
 * @param closedOn day in Chile, at least a week after the month ended
 * @param communes those whose noised count reached the first band, in the order of their codes; of all others the same is
 *     known, whether anything was reported there or not
 */
public record SignalsClosed(
        String category,
        Labels labels,
        Group group,
        String month,
        int method,
        BigDecimal epsilon,
        int band,
        LocalDate closedOn,
        List<Commune> communes) {

    public static final String TYPE = "cl.observatory.signals.closed.v1";

    /** Categories that are told of together. */
    public record Group(String code, Labels labels) {}

    /**
     * A commune that is told of.
     *
     * @param atLeast lower end of the band that its noised count lies in
     */
    public record Commune(String code, int atLeast) {}
}
