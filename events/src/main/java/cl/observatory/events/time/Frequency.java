package cl.observatory.events.time;

/** SDMX CL_FREQ, as far as publishers here use it. */
public enum Frequency {
    /** Annual. */
    A(1),
    /** Half-yearly. */
    S(2),
    /** Quarterly. */
    Q(4),
    /** Monthly. */
    M(12);

    private final int perYear;

    Frequency(int perYear) {
        this.perYear = perYear;
    }

    public int perYear() {
        return perYear;
    }

    /** Length of a period in months. */
    public int months() {
        return 12 / perYear;
    }
}
