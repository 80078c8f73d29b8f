package cl.observatory.events.time;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period of a given frequency, counted from year 0.
 *
 * @param ordinal year × periods per year + place within the year from 0; years 1 to 9999
 */
public record Period(Frequency frequency, int ordinal) implements Comparable<Period> {

    private static final Pattern FORM = Pattern.compile("([0-9]{4})(?:-(?:S([12])|Q([1-4])|(0[1-9]|1[0-2])))?");

    /** Reads {@code 2024}, {@code 2024-S1}, {@code 2024-Q1} or {@code 2024-03}; empty for anything else. */
    public static Optional<Period> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || form.group(1).equals("0000")) {
            return Optional.empty();
        }
        int year = Integer.parseInt(form.group(1));
        if (form.group(2) != null) {
            return Optional.of(of(Frequency.S, year, Integer.parseInt(form.group(2))));
        }
        if (form.group(3) != null) {
            return Optional.of(of(Frequency.Q, year, Integer.parseInt(form.group(3))));
        }
        if (form.group(4) != null) {
            return Optional.of(of(Frequency.M, year, Integer.parseInt(form.group(4))));
        }
        return Optional.of(ofYear(year));
    }

    public static Period ofYear(int year) {
        return new Period(Frequency.A, year);
    }

    /**
     * @param place within the year, from 1
     */
    public static Period of(Frequency frequency, int year, int place) {
        return new Period(frequency, year * frequency.perYear() + place - 1);
    }

    /** The period that begins on that day; empty when none of the frequency does. */
    public static Optional<Period> startingOn(Frequency frequency, LocalDate day) {
        int months = frequency.months();
        if (day.getDayOfMonth() != 1 || (day.getMonthValue() - 1) % months != 0 || day.getYear() < 1) {
            return Optional.empty();
        }
        return Optional.of(of(frequency, day.getYear(), (day.getMonthValue() - 1) / months + 1));
    }

    /** The period that a day lies in. */
    public static Period containing(Frequency frequency, LocalDate day) {
        return of(frequency, day.getYear(), (day.getMonthValue() - 1) / frequency.months() + 1);
    }

    /** The first day. */
    public LocalDate start() {
        return LocalDate.of(year(), (place() - 1) * frequency.months() + 1, 1);
    }

    /**
     * @param periods how many further on; negative for back
     */
    public Period plus(int periods) {
        return new Period(frequency, ordinal + periods);
    }

    public int year() {
        return ordinal / frequency.perYear();
    }

    /** Place within the year, from 1. */
    public int place() {
        return ordinal % frequency.perYear() + 1;
    }

    @Override
    public String toString() {
        String form = switch (frequency) {
            case A -> "%04d";
            case S -> "%04d-S%d";
            case Q -> "%04d-Q%d";
            case M -> "%04d-%02d";
        };
        return String.format(Locale.ROOT, form, year(), place());
    }

    /**
     * @throws IllegalArgumentException when the frequencies differ
     */
    @Override
    public int compareTo(Period other) {
        if (frequency != other.frequency) {
            throw new IllegalArgumentException("periods of different frequencies have no order");
        }
        return Integer.compare(ordinal, other.ordinal);
    }
}
