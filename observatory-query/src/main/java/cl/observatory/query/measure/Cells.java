package cl.observatory.query.measure;

/**
 * Cells that a sum is made of.
 *
 * @param reported as they were sent
 * @param expected how many there would be in the period if every series, once begun, reported each time
 */
public record Cells(int reported, int expected) {

    static final Cells NONE = new Cells(0, 0);

    /** In percent: what lacks more of its cells is not to be compared with what is whole. */
    static final int LEAST = 95;

    /**
     * Whether any are missing in the months that the sum is made of.
     *
     * @param months in which something was reported; of the others nothing is expected here
     * @param wholeMonths that there are
     */
    boolean areIncomplete(int months, int wholeMonths) {
        return percentReported(wholeMonths) < percentExpected(months, 100);
    }

    /** Whether so many are missing that the sum compares with no other. */
    boolean areFarFromComplete(int months, int wholeMonths) {
        return percentReported(wholeMonths) < percentExpected(months, LEAST);
    }

    private long percentReported(int wholeMonths) {
        return 100L * reported * wholeMonths;
    }

    private long percentExpected(int months, int percent) {
        return (long) percent * expected * months;
    }
}
