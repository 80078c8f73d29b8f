package cl.observatory.ingest.profile;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads periods: as SDMX writes them, or as dates of a given form that name the first day of a period. */
public final class PeriodReader {

    private static final int LAST_YEAR = 9999;

    private final Frequency frequency;
    private final DateTimeFormatter format;

    /**
     * @param format letters y, M, d and fixed characters, or null for the forms of SDMX
     * @throws IllegalArgumentException when the format is none
     */
    public PeriodReader(Frequency frequency, String format) {
        this.frequency = frequency;
        this.format = format == null ? null : formatter(format);
    }

    /** Whether a format writes every period of the frequency in a way of its own. */
    static boolean canRead(Frequency frequency, String format) {
        try {
            PeriodReader reader = new PeriodReader(frequency, format);
            return IntStream.rangeClosed(1, frequency.perYear())
                    .mapToObj(place -> Period.of(frequency, 2024, place))
                    .allMatch(period ->
                            reader.read(reader.format.format(period.start())).equals(Optional.of(period)));
        } catch (IllegalArgumentException | DateTimeException unusable) {
            return false;
        }
    }

    private static DateTimeFormatter formatter(String format) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().appendPattern(format.replace('y', 'u'));
        if (!format.contains("M")) {
            builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1);
        }
        if (!format.contains("d")) {
            builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
        }
        return builder.toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Empty when the text is no period; the frequency may still be another one than asked for. */
    public Optional<Period> read(String text) {
        if (format == null) {
            return Period.parse(text);
        }
        try {
            LocalDate day = LocalDate.parse(text, format);
            return day.getYear() > LAST_YEAR ? Optional.empty() : Period.startingOn(frequency, day);
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    public boolean isOfFrequency(Period period) {
        return period.frequency() == frequency;
    }
}
