package cl.observatory.query.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Text of a file, as bytes that are reused from page to page. */
public final class FileText {

    private static final String RUN_BY_SPREADSHEETS = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");
    private static final Pattern TO_BE_QUOTED = Pattern.compile("[,\"\r\n]");
    private static final int LONGEST_NUMBER = 24;
    private static final int TEN = 10;

    private byte[] bytes = new byte[1 << 16];
    private int length;

    /** A text as a cell of a CSV file (RFC 4180): as a text also for spreadsheets, which would run some as formulas. */
    public static String cell(String text) {
        boolean runs = !text.isEmpty()
                && RUN_BY_SPREADSHEETS.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        String neutral = runs ? "'" + text : text;
        return TO_BE_QUOTED.matcher(neutral).find() ? '"' + neutral.replace("\"", "\"\"") + '"' : neutral;
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public int length() {
        return length;
    }

    public void clear() {
        length = 0;
    }

    public FileText raw(byte[] text) {
        ensure(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    /**
     * A number as it is, for a spreadsheet too.
     *
     * @param decimals that the whole number stands for, all of them written
     */
    public FileText number(long whole, int decimals) {
        ensure(LONGEST_NUMBER);
        if (whole < 0) {
            bytes[length++] = '-';
        }
        int start = length;
        // of negative numbers the absolute value of the smallest is none
        long rest = whole < 0 ? whole : -whole;
        int digits = 0;
        do {
            bytes[length++] = (byte) ('0' - rest % TEN);
            rest /= TEN;
            if (++digits == decimals) {
                bytes[length++] = '.';
            }
        } while (rest != 0 || (digits <= decimals && decimals > 0));
        for (int left = start, right = length - 1; left < right; left++, right--) {
            byte swapped = bytes[left];
            bytes[left] = bytes[right];
            bytes[right] = swapped;
        }
        return this;
    }

    public void writeTo(OutputStream target, int from, int to) throws IOException {
        target.write(bytes, from, to - from);
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
