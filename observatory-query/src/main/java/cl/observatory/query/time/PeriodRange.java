package cl.observatory.query.time;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Periods of one frequency, first and last included.
 *
 * @param last of the same frequency, not before the first
 */
public record PeriodRange(Period first, Period last) {

    private static final int LONGEST = 600;
    private static final Pattern RELATIVE = Pattern.compile("last([1-9][0-9]{0,2})(Months|Years)");

    /**
     * Reads {@code 2024}, {@code 2018..2024} or {@code last12Months}; empty for anything else, and for more than {@value
     * #LONGEST} periods.
     *
     * @param today relative periods end with the last one that is over
     */
    public static Optional<PeriodRange> parse(String text, LocalDate today) {
        Matcher relative = RELATIVE.matcher(text);
        if (relative.matches()) {
            Frequency frequency = relative.group(2).equals("Years") ? Frequency.A : Frequency.M;
            Period last = Period.containing(frequency, today).plus(-1);
            return checked(last.plus(1 - Integer.parseInt(relative.group(1))), last);
        }
        int dots = text.indexOf("..");
        if (dots < 0) {
            return Period.parse(text).map(period -> new PeriodRange(period, period));
        }
        Optional<Period> first = Period.parse(text.substring(0, dots));
        Optional<Period> last = Period.parse(text.substring(dots + 2));
        return first.isPresent() && last.isPresent() ? checked(first.get(), last.get()) : Optional.empty();
    }

    private static Optional<PeriodRange> checked(Period first, Period last) {
        boolean usable = first.frequency() == last.frequency()
                && first.compareTo(last) <= 0
                && last.ordinal() - first.ordinal() < LONGEST;
        return usable ? Optional.of(new PeriodRange(first, last)) : Optional.empty();
    }

    public Frequency frequency() {
        return first.frequency();
    }

    /** The same time in periods of another frequency, those that hold its first and its last day. */
    public PeriodRange in(Frequency other) {
        return new PeriodRange(
                Period.containing(other, first.start()),
                Period.containing(other, last.plus(1).start().minusDays(1)));
    }

    public boolean isSingle() {
        return first.equals(last);
    }

    public List<Period> periods() {
        return IntStream.rangeClosed(first.ordinal(), last.ordinal())
                .mapToObj(ordinal -> new Period(frequency(), ordinal))
                .toList();
    }

    /** As it is read. */
    @Override
    public String toString() {
        return isSingle() ? first.toString() : first + ".." + last;
    }
}
