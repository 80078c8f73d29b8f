package cl.observatory.reports.receipt;

import cl.observatory.reports.receipt.MisreadReceiptException.Flaw;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** 115 random bits in 23 symbols, and a check symbol: {@code K7QF-…}, six groups of four. */
public final class Receipt {

    private static final int RANDOM_SYMBOLS = 23;
    private static final int SYMBOLS = RANDOM_SYMBOLS + 1;
    private static final int GROUP = 4;

    /** How much random is asked for, in bytes: the least that holds 115 bits. */
    static final int RANDOM_LENGTH = 15;

    private static final int SPARE_BITS = RANDOM_LENGTH * Byte.SIZE - RANDOM_SYMBOLS * Crockford.BITS;

    private final String symbols;

    private Receipt(int[] values) {
        StringBuilder written = new StringBuilder(SYMBOLS);
        for (int value : values) {
            written.append(Crockford.symbol(value));
        }
        this.symbols = written.toString();
    }

    static Receipt ofRandom(byte[] random) {
        BigInteger bits = new BigInteger(1, random).shiftRight(SPARE_BITS);
        int[] values = new int[SYMBOLS];
        for (int i = RANDOM_SYMBOLS - 1; i >= 0; i--) {
            values[i] = bits.intValue() & (Crockford.SYMBOLS - 1);
            bits = bits.shiftRight(Crockford.BITS);
        }
        values[RANDOM_SYMBOLS] = CheckSymbol.of(Arrays.copyOf(values, RANDOM_SYMBOLS));
        return new Receipt(values);
    }

    /**
     * Reads a receipt as people write it: in either case, with spaces and hyphens anywhere or nowhere, O for 0, I and L
     * for 1.
     *
     * @throws MisreadReceiptException when it is none
     */
    public static Receipt parse(String text) {
        int[] values = new int[SYMBOLS];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (separates(character)) {
                continue;
            }
            int value = Crockford.value(character);
            if (value < 0) {
                throw new MisreadReceiptException(Flaw.SYMBOL);
            }
            if (count == SYMBOLS) {
                throw new MisreadReceiptException(Flaw.LENGTH);
            }
            values[count++] = value;
        }
        if (count < SYMBOLS) {
            throw new MisreadReceiptException(Flaw.LENGTH);
        }
        if (CheckSymbol.of(Arrays.copyOf(values, RANDOM_SYMBOLS)) != values[RANDOM_SYMBOLS]) {
            throw new MisreadReceiptException(Flaw.CHECK);
        }
        return new Receipt(values);
    }

    private static boolean separates(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.DASH_PUNCTUATION;
    }

    /** As it is shown, once. */
    public String text() {
        StringBuilder grouped = new StringBuilder(SYMBOLS + SYMBOLS / GROUP);
        for (int i = 0; i < SYMBOLS; i += GROUP) {
            grouped.append(i == 0 ? "" : "-").append(symbols, i, i + GROUP);
        }
        return grouped.toString();
    }

    /** The symbols alone. */
    byte[] bytes() {
        return symbols.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Receipt receipt && symbols.equals(receipt.symbols);
    }

    @Override
    public int hashCode() {
        return symbols.hashCode();
    }

    /** Says nothing: a receipt must not reach a log by way of a message. */
    @Override
    public String toString() {
        return "Receipt";
    }
}
