package cl.observatory.reports.receipt;

/**
 * The check symbol by Luhn's algorithm modulo 32. It finds each wrong symbol and each pair of neighbours that changed
 * places, but for {@code 0} beside {@code Z}, the first symbol beside the last.
 */
final class CheckSymbol {

    private CheckSymbol() {}

    /** The value that completes the values before it. */
    static int of(int[] values) {
        int sum = 0;
        boolean doubled = true;
        for (int i = values.length - 1; i >= 0; i--) {
            int addend = doubled ? 2 * values[i] : values[i];
            sum += addend / Crockford.SYMBOLS + addend % Crockford.SYMBOLS;
            doubled = !doubled;
        }
        return Math.floorMod(-sum, Crockford.SYMBOLS);
    }
}
