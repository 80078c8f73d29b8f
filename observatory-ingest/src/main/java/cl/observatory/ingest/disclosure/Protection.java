package cl.observatory.ingest.disclosure;

/**
 * What must remain possible for a hidden value.
 *
 * @param k the least number of cases that is shown
 */
record Protection(int k) {

    /** Far above the rounding of a solver, far below one case. */
    private static final double TOLERANCE = 1e-4;

    boolean isSmall(long value) {
        return value > 0 && value < k;
    }

    /** For a reader who knows what is shown: every small number and none at all, or any k numbers in a row. */
    boolean holds(Range range) {
        return (range.least() <= TOLERANCE && range.most() >= k - 1 - TOLERANCE) || range.width() >= k - TOLERANCE;
    }
}
