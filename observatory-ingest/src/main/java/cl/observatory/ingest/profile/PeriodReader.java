package cl.observatory.ingest.profile;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads periods: as SDMX writes them, or as dates of a given form. */
public final class PeriodReader {

    private static final int LAST_YEAR = 9999;
    private static final Locale SPANISH = Locale.of("es", "CL");

    private final Frequency frequency;
    private final DateTimeFormatter format;
    private final boolean anyDay;

    /**
     * @param format letters y, M, d, Q and fixed characters, or null for the forms of SDMX
     * @param anyDay whether a date stands for the period that it lies in; only its first day does otherwise
     * @throws IllegalArgumentException when the format is none
     */
    public PeriodReader(Frequency frequency, String format, boolean anyDay) {
        this.frequency = frequency;
        this.format = format == null ? null : formatter(format);
        this.anyDay = anyDay;
    }

    /** Whether a format writes every period of the frequency in a way of its own. */
    static boolean canRead(Frequency frequency, String format) {
        try {
            PeriodReader reader = new PeriodReader(frequency, format, false);
            return IntStream.rangeClosed(1, frequency.perYear())
                    .mapToObj(place -> Period.of(frequency, 2024, place))
                    .allMatch(period ->
                            reader.read(reader.format.format(period.start())).equals(Optional.of(period)));
        } catch (IllegalArgumentException | DateTimeException unusable) {
            return false;
        }
    }

    private static DateTimeFormatter formatter(String format) {
        DateTimeFormatterBuilder builder =
                new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(format.replace('y', 'u'));
        if (format.contains("Q")) {
            builder.parseDefaulting(IsoFields.DAY_OF_QUARTER, 1);
        } else if (!format.contains("M")) {
            builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1);
        }
        if (!format.contains("d") && !format.contains("Q")) {
            builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
        }
        return builder.toFormatter(SPANISH).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Empty when the text is no period; the frequency may still be another one than asked for. */
    public Optional<Period> read(String text) {
        if (format == null) {
            return Period.parse(text);
        }
        try {
            LocalDate day = LocalDate.parse(text, format);
            if (day.getYear() > LAST_YEAR || day.getYear() < 1) {
                return Optional.empty();
            }
            return anyDay ? Optional.of(Period.containing(frequency, day)) : Period.startingOn(frequency, day);
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    public boolean isOfFrequency(Period period) {
        return period.frequency() == frequency;
    }
}
