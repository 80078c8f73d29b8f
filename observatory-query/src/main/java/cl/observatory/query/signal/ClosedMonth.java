package cl.observatory.query.signal;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A category's month that was closed.
 *
 * @param month its first day
 * @param epsilon what it spent of what was promised to reporters
 * @param band how wide its bands are
 */
record ClosedMonth(String category, LocalDate month, int method, BigDecimal epsilon, int band, LocalDate closedOn) {}
