package cl.observatory.acceptance.canary;

/**
 * PostgreSQL's own compression: a control byte, whose bits tell of the eight items behind it, the lowest first, whether
 * each is a byte as it is (0) or a copy of what came before (1). A copy has two bytes, {@code oooollll oooooooo}: how far
 * back, and how long beyond three; when that says eighteen, a third byte tells how much longer.
 */
final class Pglz {

    private static final int SHORTEST_COPY = 3;
    private static final int LONG_COPY = 18;

    private Pglz() {}

    /**
     * @param unpacked gets what could be unpacked
     * @return whether it ended as it should, all bytes used
     */
    static boolean decompress(byte[] data, int from, int to, int rawLength, Buffer unpacked) {
        int begin = unpacked.length();
        int end = begin + rawLength;
        int at = from;
        while (at < to && unpacked.length() < end) {
            int control = data[at++];
            for (int item = 0; item < 8 && at < to && unpacked.length() < end; item++) {
                if ((control >> item & 1) == 0) {
                    unpacked.add(data[at++]);
                    continue;
                }
                if (at + 2 > to) {
                    return false;
                }
                int length = (data[at] & 0x0F) + SHORTEST_COPY;
                int back = (data[at] & 0xF0) << 4 | (data[at + 1] & 0xFF);
                at += 2;
                if (length == LONG_COPY) {
                    if (at == to) {
                        return false;
                    }
                    length += data[at++] & 0xFF;
                }
                if (back == 0 || back > unpacked.length() - begin) {
                    return false;
                }
                unpacked.repeat(back, Math.min(length, end - unpacked.length()));
            }
        }
        return at == to && unpacked.length() == end;
    }
}
