package cl.observatory.events.release;

/** What may stand beside the value of an estimate, by its SDMX concept. The order is that of a row's canonical form. */
public enum ObservationAttribute {
    /** Standard error of the value, in the data set's decimals. */
    STD_ERR(true),
    /** Lower end of the publisher's 95 % interval, in the data set's decimals. */
    LOWER_CI(true),
    /** Upper end of it. */
    UPPER_CI(true),
    /** Interviews that the value is made of, unweighted. */
    SAMPLE_SIZE(false),
    /** Degrees of freedom of the standard error. */
    DF(false);

    private final boolean scaled;

    ObservationAttribute(boolean scaled) {
        this.scaled = scaled;
    }

    /** Whether it is written in the data set's decimals, as the value is. */
    public boolean isScaled() {
        return scaled;
    }
}
