package cl.observatory.ingest;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import java.time.Instant;
import java.util.List;

/** Definitions of data sets for tests of plain classes. */
public final class Definition {

    private Definition() {}

    /** Monthly counts by commune and CEAD class. */
    public static DatasetDefined cases() {
        return cases("commune", Frequency.M);
    }

    public static DatasetDefined cases(String level, Frequency frequency) {
        return dataset("COUNT", level, 0, frequency, List.of(new DatasetDefined.Dimension("CRIME_CLASS", "CEAD-2024")));
    }

    /** A measure that is no count: it may be negative and have decimals. */
    public static DatasetDefined measure(int decimals) {
        return dataset("INDEX", "commune", decimals, Frequency.A, List.of());
    }

    private static DatasetDefined dataset(
            String kind, String level, int decimals, Frequency frequency, List<DatasetDefined.Dimension> dimensions) {
        return new DatasetDefined(
                "test-cases",
                new Labels("Casos", "Cases"),
                kind,
                level,
                "CASES",
                decimals,
                frequency,
                dimensions,
                new DatasetDefined.Source("Nobody", "Made up", "CC0-1.0", null, null),
                "DERIVED",
                null,
                true,
                Instant.parse("2026-11-24T12:00:00Z"));
    }

    /** Yearly estimates of a survey by commune, with four decimals. */
    public static DatasetDefined estimates(String statistic) {
        return new DatasetDefined(
                "test-estimates",
                new Labels("Estimaciones", "Estimates"),
                "ESTIMATE",
                "commune",
                "PT",
                4,
                Frequency.A,
                List.of(),
                new DatasetDefined.Source("Nobody", "Made up", "CC0-1.0", null, null),
                "DERIVED",
                null,
                true,
                Instant.parse("2026-11-24T12:00:00Z"),
                "NONE",
                statistic,
                null,
                null);
    }
}
