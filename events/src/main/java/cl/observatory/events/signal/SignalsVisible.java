package cl.observatory.events.signal;

import java.time.LocalDate;
import java.util.List;

/**
 * A closed month of community signals can be read; sent by query, so that nobody is told of what is not there yet. The event's
 * id is computed from category and month, so that a rebuild tells of nothing twice.
 *
 * @param category code of what was reported
 * @param month such as {@code 2026-10}
 * @param closedOn day in Chile
 * @param communes that have a band, in the order of their codes
 */
public record SignalsVisible(String category, String month, LocalDate closedOn, List<String> communes) {

    public static final String TYPE = "cl.observatory.signals.visible.v1";
}
