package cl.observatory.acceptance.canary;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Values as PostgreSQL 18 lays them down in pages of 8 KiB on a machine with little-endian numbers, found without knowing
 * of which table a page is. Its own compressor is known, LZ4 is not: the stack does not use it.
 */
final class PostgresValues {

    private static final int PAGE = 8192;

    /** First two bytes of a page of the write-ahead log are the version of its format, which begins with this one. */
    private static final byte LOG_FORMAT = (byte) 0xD1;

    private static final int LOG_INFO = 2;
    private static final int LOG_LONG_HEADER = 2;
    private static final int LOG_SHORT_HEADER_SIZE = 24;
    private static final int LOG_LONG_HEADER_SIZE = 40;

    /** The two lowest bits of a value's header, of four bytes. */
    private static final int KIND = 3;

    private static final int PLAIN_KIND = 0;
    private static final int COMPRESSED_KIND = 2;
    private static final int HEADER = 4;

    /** Of the length before compression; the two bits above tell the compressor, 0 for PostgreSQL's own. */
    private static final int RAW_LENGTH = 0x3FFFFFFF;

    /** Three bytes stand for 273 at the most. */
    private static final int BEST_RATIO = 100;

    private static final int LONGEST_IN_PIECES = 1 << 24;
    private static final int SHORTEST = 16;

    /** Number of the value and number of the piece. */
    private static final int PIECE_PREFIX = 8;

    /** With its header; every piece but the last. */
    private static final int FULL_PIECE = 2000;

    private static final int MOST_PIECES = 100_000;

    private PostgresValues() {}

    static void withoutPageHeaders(byte[] data, int length, Unwrapped inside) {
        if (length < PAGE || data[1] != LOG_FORMAT) {
            return;
        }
        Buffer records = new Buffer(length);
        for (int page = 0; page < length && data[page] == data[0] && data[page + 1] == data[1]; page += PAGE) {
            boolean isLong = (data[page + LOG_INFO] & LOG_LONG_HEADER) != 0;
            int begin = page + (isLong ? LOG_LONG_HEADER_SIZE : LOG_SHORT_HEADER_SIZE);
            records.add(data, begin, Math.max(begin, Math.min(page + PAGE, length)));
        }
        records.giveTo(inside);
    }

    static void compressed(byte[] data, int length, Unwrapped inside) {
        Buffer unpacked = new Buffer(256);
        for (int at = 0; at + HEADER + HEADER + SHORTEST / 2 <= length; at++) {
            if ((data[at] & KIND) != COMPRESSED_KIND || data[at + 3] != 0 || data[at + 2] != 0) {
                continue;
            }
            int size = number(data, at) >>> 2;
            if (size >= SHORTEST && at + size <= length) {
                decompress(data, at + HEADER, at + size, true, unpacked);
            }
        }
        unpacked.giveTo(inside);
    }

    static void inPieces(byte[] data, int length, Unwrapped inside) {
        Buffer unpacked = new Buffer(256);
        Map<Integer, SortedMap<Integer, Integer>> values = new HashMap<>();
        for (int at = 0; at + PIECE_PREFIX + HEADER + HEADER < length; at++) {
            int size = pieceSize(data, at, length);
            if (size == FULL_PIECE) {
                values.computeIfAbsent(number(data, at), none -> new TreeMap<>())
                        .put(number(data, at + 4), at);
            } else if (size > SHORTEST && number(data, at + 4) == 0) {
                int begin = at + PIECE_PREFIX + HEADER;
                decompress(data, begin, begin + size - HEADER, true, unpacked);
            }
        }
        if (!values.isEmpty()) {
            addLastPieces(data, length, values);
            values.values().forEach(pieces -> join(data, pieces, unpacked));
        }
        unpacked.giveTo(inside);
    }

    private static void addLastPieces(byte[] data, int length, Map<Integer, SortedMap<Integer, Integer>> values) {
        for (int at = 0; at + PIECE_PREFIX + HEADER < length; at++) {
            int size = pieceSize(data, at, length);
            if (size > HEADER && size < FULL_PIECE) {
                SortedMap<Integer, Integer> pieces = values.get(number(data, at));
                if (pieces != null && pieces.containsKey(number(data, at + 4) - 1)) {
                    pieces.putIfAbsent(number(data, at + 4), at);
                }
            }
        }
    }

    /** With its header; 0 when there is no piece. */
    private static int pieceSize(byte[] data, int at, int length) {
        int header = at + PIECE_PREFIX;
        if ((data[header] & KIND) != PLAIN_KIND || data[header + 2] != 0 || data[header + 3] != 0) {
            return 0;
        }
        int size = number(data, header) >>> 2;
        int number = number(data, at + 4);
        boolean isPiece = size <= FULL_PIECE
                && header + size <= length
                && number >= 0
                && number < MOST_PIECES
                && number(data, at) != 0;
        return isPiece ? size : 0;
    }

    private static void join(byte[] data, SortedMap<Integer, Integer> pieces, Buffer unpacked) {
        Buffer joined = new Buffer(pieces.size() * FULL_PIECE);
        int expected = pieces.firstKey();
        for (Map.Entry<Integer, Integer> piece : pieces.entrySet()) {
            if (piece.getKey() != expected) {
                joined.add(0);
            }
            int begin = piece.getValue() + PIECE_PREFIX;
            joined.add(data, begin + HEADER, begin + (number(data, begin) >>> 2));
            expected = piece.getKey() + 1;
        }
        joined.giveTo((value, size) -> {
            unpacked.add(value, 0, size);
            unpacked.add(0);
            decompress(value, 0, size, false, unpacked);
        });
    }

    /**
     * @param from where the length before compression stands
     * @param whole gives nothing unless it ends as it says; otherwise what there is
     */
    private static void decompress(byte[] data, int from, int to, boolean whole, Buffer unpacked) {
        int said = number(data, from);
        int rawLength = said & RAW_LENGTH;
        int size = to - from - HEADER;
        if (rawLength != said
                || rawLength <= size
                || rawLength > LONGEST_IN_PIECES
                || (whole && rawLength > BEST_RATIO * size)) {
            return;
        }
        int begin = unpacked.length();
        boolean complete = Pglz.decompress(data, from + HEADER, to, rawLength, unpacked);
        if (whole && !complete) {
            unpacked.shortenTo(begin);
        } else {
            unpacked.add(0);
        }
    }

    private static int number(byte[] data, int at) {
        return (data[at] & 0xFF) | (data[at + 1] & 0xFF) << 8 | (data[at + 2] & 0xFF) << 16 | data[at + 3] << 24;
    }
}
