package cl.observatory.ingest.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Values of cells as texts: numbers as plain decimals, dates in the form of ISO 8601. */
final class CellText {

    /** A workbook keeps 17 digits and shows 15: the rest is the dust of binary fractions. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final double WHOLE = 1e15;
    private static final int SECONDS = 24 * 60 * 60;

    /** Serial number of 9999-12-31, the last day of workbooks. */
    private static final long LAST_DAY = 2_958_465;

    private static final int DAYS_BEFORE_1904 = 1462;

    /** 29 February 1900, which workbooks count although it never was. */
    private static final int DAY_THAT_NEVER_WAS = 60;

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 31);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private CellText() {}

    /** The shortest plain decimal that a workbook would show with fifteen digits. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            return Long.toString((long) value);
        }
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    /**
     * The same of a number as a workbook writes it.
     *
     * @return null when it is none
     */
    static String number(String written) {
        // Java reads more as a number than workbooks write
        if (!written.chars().allMatch(character -> "0123456789+-.eE".indexOf(character) >= 0)) {
            return null;
        }
        try {
            double value = Double.parseDouble(written);
            return Double.isFinite(value) ? number(value) : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    /**
     * A day as {@code yyyy-MM-dd}, with {@code THH:mm:ss} behind it unless it is midnight; before the first day, the time
     * alone.
     *
     * @return null when the number is no day of workbooks
     */
    static String date(double serial, boolean from1904) {
        double shifted = from1904 ? serial + DAYS_BEFORE_1904 : serial;
        long seconds = Math.round(shifted * SECONDS);
        long day = Math.floorDiv(seconds, SECONDS);
        // written so that a value that is no number at all is refused too
        if (!(shifted >= 0) || day > LAST_DAY) {
            return null;
        }
        LocalTime time = LocalTime.ofSecondOfDay(Math.floorMod(seconds, SECONDS));
        if (day == 0) {
            return TIME.format(time);
        }
        String date = day == DAY_THAT_NEVER_WAS
                ? "1900-02-29"
                : DAY_ZERO.plusDays(day > DAY_THAT_NEVER_WAS ? day - 1 : day).toString();
        return time.equals(LocalTime.MIDNIGHT) ? date : date + "T" + TIME.format(time);
    }

    /** A date and time that the file writes in the form of ISO 8601, in the form of {@link #date(double, boolean)}. */
    static String date(String iso) {
        try {
            if (iso.indexOf('T') < 0) {
                return LocalDate.parse(iso).toString();
            }
            LocalDateTime read = LocalDateTime.parse(iso.endsWith("Z") ? iso.substring(0, iso.length() - 1) : iso)
                    .plusNanos(500_000_000)
                    .truncatedTo(ChronoUnit.SECONDS);
            LocalTime time = read.toLocalTime();
            if (read.toLocalDate().equals(DAY_ZERO)) {
                return TIME.format(time);
            }
            return time.equals(LocalTime.MIDNIGHT)
                    ? read.toLocalDate().toString()
                    : read.toLocalDate() + "T" + TIME.format(time);
        } catch (DateTimeException other) {
            return iso;
        }
    }
}
