package cl.observatory.query.statistic;

/** What an estimate estimates. */
public enum Statistic {
    /** A share of 1. */
    PROPORTION(1),
    /** A share of 100. */
    PERCENT(100),
    /** A mean of something, in its unit. */
    MEAN(0);

    private final int whole;

    Statistic(int whole) {
        this.whole = whole;
    }

    /** Whether values are parts of a whole. */
    boolean isShare() {
        return whole > 0;
    }

    /** A number in its unit as a part of 1. */
    double ofWhole(double number) {
        return number / whole;
    }
}
