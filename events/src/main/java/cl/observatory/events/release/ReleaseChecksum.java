package cl.observatory.events.release;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * Checksum of a set of rows: the sum, modulo 2^256, of the SHA-256 of each row's canonical form. The order of rows does
 * not matter, and a row can be added or taken away later.
 *
 * <p>The canonical form of a row is {@code REF_AREA|TIME_PERIOD|code of each dimension in the data set's order|value as
 * a whole number, or nothing|OBS_STATUS}, in UTF-8. A row with attributes goes on with {@code |} and the number, or
 * nothing, of each {@link ObservationAttribute} in their order; a row without any has nothing more. Not safe for use by
 * several threads.
 */
public final class ReleaseChecksum {

    private static final int WORDS = 4;
    private static final int BYTES = 32;
    private static final ObservationAttribute[] ATTRIBUTES = ObservationAttribute.values();

    private final MessageDigest sha256;
    private final long[] sum = new long[WORDS];
    private final byte[] digest = new byte[BYTES];
    private byte[] row = new byte[128];
    private int length;

    public ReleaseChecksum() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Adds what another checksum, written by {@link #hex()}, has summed up. */
    public void add(String hex) {
        plus(HexFormat.of().parseHex(hex));
    }

    /** Takes away what another checksum has summed up. */
    public void subtract(String hex) {
        minus(HexFormat.of().parseHex(hex));
    }

    /** Adds every row of a batch. */
    public void add(ObservationBatch batch) {
        eachRow(batch, row -> true, this::plus);
    }

    /** Takes some rows of a batch away. */
    public void subtract(ObservationBatch batch, IntPredicate rows) {
        eachRow(batch, rows, this::minus);
    }

    /** Takes a row away that is given by its canonical form. */
    public void subtractRow(String canonical) {
        length = 0;
        append(canonical.getBytes(StandardCharsets.UTF_8));
        hashRow();
        minus(digest);
    }

    private void eachRow(ObservationBatch batch, IntPredicate rows, Consumer<byte[]> hash) {
        byte[][][] codes = batch.dictionariesUtf8();
        int statusColumn = codes.length - 1;
        for (int i = 0; i < batch.rows(); i++) {
            if (!rows.test(i)) {
                continue;
            }
            length = 0;
            for (int column = 0; column < statusColumn; column++) {
                append(codes[column][batch.code(column, i)]);
                append((byte) '|');
            }
            append(batch.value(i));
            append((byte) '|');
            append(codes[statusColumn][batch.code(statusColumn, i)]);
            if (hasAttributes(batch, i)) {
                for (ObservationAttribute attribute : ATTRIBUTES) {
                    append((byte) '|');
                    append(batch.attribute(attribute, i));
                }
            }
            hashRow();
            hash.accept(digest);
        }
    }

    private static boolean hasAttributes(ObservationBatch batch, int row) {
        if (!batch.hasAttributes()) {
            return false;
        }
        for (ObservationAttribute attribute : ATTRIBUTES) {
            if (batch.attribute(attribute, row) != ObservationBatch.MISSING) {
                return true;
            }
        }
        return false;
    }

    private void append(long number) {
        if (number != ObservationBatch.MISSING) {
            append(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void hashRow() {
        sha256.update(row, 0, length);
        try {
            sha256.digest(digest, 0, BYTES);
        } catch (java.security.DigestException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Adds the two's complement. */
    private void minus(byte[] subtrahend) {
        byte[] complement = new byte[BYTES];
        boolean carry = true;
        for (int i = BYTES - 1; i >= 0; i--) {
            int flipped = (~subtrahend[i] & 0xff) + (carry ? 1 : 0);
            complement[i] = (byte) flipped;
            carry = flipped > 0xff;
        }
        plus(complement);
    }

    private void plus(byte[] addend) {
        ByteBuffer words = ByteBuffer.wrap(addend);
        long carry = 0;
        for (int i = WORDS - 1; i >= 0; i--) {
            long word = words.getLong(i * Long.BYTES);
            long partial = sum[i] + word;
            long carried = Long.compareUnsigned(partial, word) < 0 ? 1 : 0;
            sum[i] = partial + carry;
            if (carry == 1 && sum[i] == 0) {
                carried = 1;
            }
            carry = carried;
        }
    }

    private void append(byte[] bytes) {
        if (length + bytes.length + 1 > row.length) {
            row = java.util.Arrays.copyOf(row, 2 * (length + bytes.length + 1));
        }
        System.arraycopy(bytes, 0, row, length, bytes.length);
        length += bytes.length;
    }

    private void append(byte separator) {
        if (length == row.length) {
            row = java.util.Arrays.copyOf(row, 2 * length);
        }
        row[length++] = separator;
    }

    /** 64 lower-case hexadecimal digits; all zero for no rows. */
    public String hex() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        for (long word : sum) {
            bytes.putLong(word);
        }
        return HexFormat.of().formatHex(bytes.array());
    }

    /** The sum as a number, for tests that check it by other means. */
    BigInteger value() {
        return new BigInteger(hex(), 16);
    }
}
