package cl.observatory.ingest.check;

/**
 * How far a {@code value} lies from a {@code median}, as expressions of SQL: its deviation, in units of {@code spread}, and
 * how deep it has fallen, in units of {@code fall}. The reasons stand in {@code docs/method.md}.
 */
enum OutlierScale {
    /**
     * Counts: deviations by twice the square root, where chance alone has the variance 1 (Anscombe); falls by the
     * logarithm, since a count that swings widely by its root still does not lose three digits.
     */
    COUNTED(
            "abs(2 * sqrt(greatest(value, 0)::float8 + 0.375) - 2 * sqrt(median + 0.375))",
            "1::float8",
            "ln((median + 0.5) / (greatest(value, 0)::float8 + 0.5))",
            "1 / sqrt(median + 0.5)",
            """
            greatest(power(greatest(sqrt(median + 0.375) - threshold * spread / 2, 0), 2) - 0.375,
                (median + 0.5) * exp(greatest(-threshold * fall, -100)) - 0.5, 0)""",
            "power(sqrt(median + 0.375) + threshold * spread / 2, 2) - 0.375"),

    /** Other values as they are; nothing is exact to less than its last decimal or a hundredth. */
    MEASURED(
            "abs(value - median)",
            "greatest(1, 0.01 * abs(median))",
            "(median - value)",
            "greatest(1, 0.01 * abs(median))",
            "(median - threshold * spread)",
            "(median + threshold * spread)");

    private final String deviation;
    private final String least;
    private final String fall;
    private final String leastFall;
    private final String low;
    private final String high;

    OutlierScale(String deviation, String least, String fall, String leastFall, String low, String high) {
        this.deviation = deviation;
        this.least = least;
        this.fall = fall;
        this.leastFall = leastFall;
        this.low = low;
        this.high = high;
    }

    /** Puts the expressions into a statement. */
    String write(String sql) {
        return sql.replace("{deviation}", deviation)
                .replace("{least}", least)
                .replace("{fall}", fall)
                .replace("{least fall}", leastFall)
                .replace("{low}", low)
                .replace("{high}", high);
    }
}
