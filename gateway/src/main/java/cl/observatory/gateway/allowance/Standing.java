package cl.observatory.gateway.allowance;

/**
 * Where a caller stands with one limit after a request.
 *
 * @param policy name of the limit
 * @param quota how much there is in a window
 * @param window seconds
 * @param remaining about how much is left
 * @param reset seconds until there is more
 * @param retry seconds until a refused caller may try again
 */
record Standing(String policy, long quota, long window, boolean allowed, long remaining, long reset, long retry) {

    /** An item of {@code RateLimit-Policy}. */
    String policyItem() {
        return "\"" + policy + "\";q=" + quota + ";w=" + window;
    }

    /** An item of {@code RateLimit}. */
    String item() {
        return "\"" + policy + "\";r=" + remaining + ";t=" + reset;
    }
}
