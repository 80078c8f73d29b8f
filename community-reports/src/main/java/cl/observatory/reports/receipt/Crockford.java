package cl.observatory.reports.receipt;

/** Crockford's base32: 32 symbols that are hard to mistake for each other, each of which stands for its place. */
final class Crockford {

    static final int BITS = 5;
    static final int SYMBOLS = 1 << BITS;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Crockford() {}

    static char symbol(int value) {
        return ALPHABET.charAt(value);
    }

    /** The value of a symbol as people write it, in either case and with its likenesses; -1 when it is none. */
    static int value(char written) {
        char upper = Character.toUpperCase(written);
        return switch (upper) {
            case 'O' -> 0;
            case 'I', 'L' -> 1;
            default -> ALPHABET.indexOf(upper);
        };
    }
}
