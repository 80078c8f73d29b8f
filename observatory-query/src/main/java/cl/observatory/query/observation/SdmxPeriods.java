package cl.observatory.query.observation;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.problem.Parameters;
import cl.observatory.query.time.PeriodRange;
import java.util.Optional;

/** Reads a filter of {@code TIME_PERIOD}: one period, or bounds joined by a plus, such as {@code ge:2018+le:2025-06}. */
final class SdmxPeriods {

    private static final String PARAMETER = "c[TIME_PERIOD]";
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9998;

    private SdmxPeriods() {}

    /**
     * The range, in periods of the frequency; null when all of the data set's own are asked for, or the filter is faulty.
     *
     * @param written null when there is no filter
     * @param frequency that is asked for
     * @param own that of the data set
     */
    static PeriodRange read(Parameters parameters, String written, Frequency frequency, Frequency own) {
        if (written == null && frequency == own) {
            return null;
        }
        Period first = Period.of(frequency, FIRST_YEAR, 1);
        Period last = Period.of(frequency, LAST_YEAR, frequency.perYear());
        // a plus in a query is a blank once it is decoded
        for (String term : written == null ? new String[0] : written.split("[+ ]", -1)) {
            int colon = term.indexOf(':');
            Optional<Period> period = Period.parse(term.substring(colon + 1))
                    .filter(each -> each.frequency().months() >= frequency.months());
            Optional<PeriodRange> bounds = period.flatMap(
                            each -> bounds(colon < 0 ? "eq" : term.substring(0, colon), each))
                    .map(each -> each.in(frequency));
            if (bounds.isEmpty()) {
                parameters.refuse(PARAMETER, "NOT_A_TIME_FILTER", frequency.name());
                return null;
            }
            first = first.compareTo(bounds.get().first()) > 0
                    ? first
                    : bounds.get().first();
            last = last.compareTo(bounds.get().last()) < 0 ? last : bounds.get().last();
        }
        if (first.compareTo(last) > 0) {
            parameters.refuse(PARAMETER, "NOT_A_TIME_FILTER", frequency.name());
            return null;
        }
        return new PeriodRange(first, last);
    }

    /** From when until when a comparison with a period holds; empty when there is no such comparison. */
    private static Optional<PeriodRange> bounds(String operator, Period period) {
        Period earliest = Period.of(period.frequency(), FIRST_YEAR, 1);
        Period latest =
                Period.of(period.frequency(), LAST_YEAR, period.frequency().perYear());
        if (period.compareTo(earliest.plus(1)) < 0 || period.compareTo(latest.plus(-1)) > 0) {
            return Optional.empty();
        }
        return switch (operator) {
            case "eq" -> Optional.of(new PeriodRange(period, period));
            case "ge" -> Optional.of(new PeriodRange(period, latest));
            case "gt" -> Optional.of(new PeriodRange(period.plus(1), latest));
            case "le" -> Optional.of(new PeriodRange(earliest, period));
            case "lt" -> Optional.of(new PeriodRange(earliest, period.plus(-1)));
            default -> Optional.empty();
        };
    }
}
