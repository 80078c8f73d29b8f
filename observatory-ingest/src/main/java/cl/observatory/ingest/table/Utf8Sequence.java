package cl.observatory.ingest.table;

/** Finds characters of UTF-8 of more than one byte among the bytes of another encoding. */
final class Utf8Sequence {

    private int missing;

    /**
     * @return whether a character of UTF-8 ends with this byte
     */
    boolean endsWith(byte next) {
        if (isLater(next)) {
            if (missing == 0) {
                return false;
            }
            missing--;
            return missing == 0;
        }
        missing = isFirst(next) ? length(next) - 1 : 0;
        return false;
    }

    /** Whether a character of more than one byte can begin with this one. */
    static boolean isFirst(byte next) {
        int value = next & 0xff;
        return value >= 0xc2 && value <= 0xf4;
    }

    private static boolean isLater(byte next) {
        return (next & 0xc0) == 0x80;
    }

    private static int length(byte first) {
        int value = first & 0xff;
        return value < 0xe0 ? 2 : value < 0xf0 ? 3 : 4;
    }
}
