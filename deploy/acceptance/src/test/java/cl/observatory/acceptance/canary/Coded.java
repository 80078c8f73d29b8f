package cl.observatory.acceptance.canary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes that were written as text. All pieces of one kind are given together, a zero byte between them, so that the next
 * look is one look.
 */
final class Coded {

    /** Eight bytes are eleven characters, and one more where they do not begin with a group. */
    private static final int SHORTEST_BASE64 = 12;

    private static final int SHORTEST_HEX = 16;
    private static final int SHORTEST_TWO_BYTES = 8;

    /** So much around an escape is given with it: a mark may be escaped in part. */
    private static final int AROUND = 64;

    private static final byte NONE = -1;
    private static final byte[] BASE64 = base64Values();
    private static final byte[] HEX = hexValues();

    private Coded() {}

    /** The usual alphabet and the one for addresses. Where a group begins is not known, so that there are four readings. */
    static void base64(byte[] data, int length, Unwrapped inside) {
        Buffer[] readings = {new Buffer(256), new Buffer(256), new Buffer(256), new Buffer(256)};
        for (int from = 0; from < length; from++) {
            int to = from;
            while (to < length && BASE64[data[to] & 0xFF] != NONE) {
                to++;
            }
            if (to - from >= SHORTEST_BASE64) {
                for (int skipped = 0; skipped < readings.length; skipped++) {
                    base64(data, from + skipped, to, readings[skipped]);
                }
            }
            from = to;
        }
        for (Buffer reading : readings) {
            reading.giveTo(inside);
        }
    }

    private static void base64(byte[] data, int from, int to, Buffer reading) {
        int bits = 0;
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value << 6 | BASE64[data[i] & 0xFF];
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                reading.add(value >> bits);
            }
        }
        reading.add(0);
    }

    /** In either case; where a byte begins is not known, so that there are two readings. */
    static void hex(byte[] data, int length, Unwrapped inside) {
        Buffer[] readings = {new Buffer(256), new Buffer(256)};
        for (int from = 0; from < length; from++) {
            int to = from;
            while (to < length && HEX[data[to] & 0xFF] != NONE) {
                to++;
            }
            if (to - from >= SHORTEST_HEX) {
                for (int skipped = 0; skipped < readings.length; skipped++) {
                    for (int i = from + skipped; i + 1 < to; i += 2) {
                        readings[skipped].add(HEX[data[i] & 0xFF] << 4 | HEX[data[i + 1] & 0xFF]);
                    }
                    readings[skipped].add(0);
                }
            }
            from = to;
        }
        for (Buffer reading : readings) {
            reading.giveTo(inside);
        }
    }

    static void percent(byte[] data, int length, Unwrapped inside) {
        Buffer reading = new Buffer(256);
        int last = -1;
        for (int i = 0; i < length; i++) {
            if (data[i] != '%') {
                continue;
            }
            int value = hexAt(data, i + 1, 2, length);
            if (value < 0) {
                continue;
            }
            last = fill(data, last, i, length, reading);
            reading.add(value);
            i += 2;
            last = i + 1;
        }
        finish(data, last, length, reading);
        reading.giveTo(inside);
    }

    /** Escapes of JSON, in JSON that may itself be a text in JSON. */
    static void jsonEscapes(byte[] data, int length, Unwrapped inside) {
        Buffer reading = new Buffer(256);
        int last = -1;
        for (int i = 0; i + 1 < length; i++) {
            if (data[i] != '\\') {
                continue;
            }
            if (data[i + 1] == '\\' || data[i + 1] == '"' || data[i + 1] == '/') {
                last = fill(data, last, i, length, reading);
                reading.add(data[i + 1]);
                i += 1;
                last = i + 1;
            } else if (data[i + 1] == 'u' && hexAt(data, i + 2, 4, length) >= 0) {
                last = fill(data, last, i, length, reading);
                addCharacter(hexAt(data, i + 2, 4, length), reading);
                i += 5;
                last = i + 1;
            }
        }
        finish(data, last, length, reading);
        reading.giveTo(inside);
    }

    private static void addCharacter(int character, Buffer reading) {
        byte[] utf8 = new String(Character.toChars(character)).getBytes(StandardCharsets.UTF_8);
        reading.add(utf8, 0, utf8.length);
    }

    /** Takes over what lies between two escapes, unless that is much: then the end of the one part and the begin of the next. */
    private static int fill(byte[] data, int last, int escape, int length, Buffer reading) {
        if (last < 0 || escape - last > 2 * AROUND) {
            finish(data, last, length, reading);
            reading.add(data, Math.max(escape - AROUND, Math.max(last, 0)), escape);
        } else {
            reading.add(data, last, escape);
        }
        return escape;
    }

    private static void finish(byte[] data, int last, int length, Buffer reading) {
        if (last >= 0) {
            reading.add(data, last, Math.min(last + AROUND, length));
            reading.add(0);
        }
    }

    /** Characters of two bytes, of which one is zero; it does not matter which. */
    static void twoBytes(byte[] data, int length, Unwrapped inside) {
        Buffer reading = new Buffer(256);
        for (int from = 0; from + 1 < length; from++) {
            if (data[from] == 0 || data[from + 1] != 0) {
                continue;
            }
            int to = from;
            while (to + 1 < length && data[to] != 0 && data[to + 1] == 0) {
                to += 2;
            }
            // the last one, where its zero came first
            int end = to < length && data[to] != 0 ? to + 1 : to;
            if (end - from >= 2 * SHORTEST_TWO_BYTES - 1) {
                for (int i = from; i < end; i += 2) {
                    reading.add(data[i]);
                }
                reading.add(0);
            }
            from = to - 1;
        }
        reading.giveTo(inside);
    }

    private static int hexAt(byte[] data, int at, int digits, int length) {
        if (at + digits > length) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = HEX[data[i] & 0xFF];
            if (digit == NONE) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static byte[] base64Values() {
        byte[] values = new byte[256];
        Arrays.fill(values, NONE);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        values['-'] = values['+'];
        values['_'] = values['/'];
        return values;
    }

    private static byte[] hexValues() {
        byte[] values = new byte[256];
        Arrays.fill(values, NONE);
        for (int i = 0; i < 16; i++) {
            values[Character.forDigit(i, 16)] = (byte) i;
            values[Character.toUpperCase(Character.forDigit(i, 16))] = (byte) i;
        }
        return values;
    }
}
