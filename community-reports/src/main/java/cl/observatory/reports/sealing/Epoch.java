package cl.observatory.reports.sealing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A week, from Monday to Sunday, whose reports are sealed to one key.
 *
 * @param number weeks since the first Monday of 1970
 */
public record Epoch(int number) implements Comparable<Epoch> {

    private static final LocalDate FIRST_MONDAY = LocalDate.of(1970, 1, 5);
    private static final int DAYS = 7;

    /** How many days a key lives when its week is over, whatever is open. */
    static final int DAYS_AFTER_ITS_END = 180;

    public static Epoch of(LocalDate day) {
        long days = ChronoUnit.DAYS.between(FIRST_MONDAY, day);
        return new Epoch(Math.toIntExact(Math.floorDiv(days, DAYS)));
    }

    public LocalDate firstDay() {
        return FIRST_MONDAY.plusWeeks(number);
    }

    public LocalDate lastDay() {
        return firstDay().plusDays(DAYS - 1);
    }

    /** The first day on which nobody has its private key any more. */
    public LocalDate closedOn() {
        return lastDay().plusDays(1 + DAYS_AFTER_ITS_END);
    }

    public Epoch plus(int weeks) {
        return new Epoch(Math.addExact(number, weeks));
    }

    @Override
    public int compareTo(Epoch other) {
        return Integer.compare(number, other.number);
    }
}
