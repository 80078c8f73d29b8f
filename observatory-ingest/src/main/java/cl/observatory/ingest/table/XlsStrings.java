package cl.observatory.ingest.table;

import org.apache.poi.hssf.record.RecordInputStream;

/** Texts as BIFF8 writes them: one or two bytes a character, with formatting behind them that is passed over. */
final class XlsStrings {

    private static final int WIDE = 1;
    private static final int PHONETIC = 4;
    private static final int RICH = 8;
    private static final int BYTES_OF_A_RUN = 4;

    private XlsStrings() {}

    static String read(RecordInputStream record) {
        return read(record, record.readUShort());
    }

    static String read(RecordInputStream record, int length) {
        int flags = record.readUByte();
        long behind = (flags & RICH) == 0 ? 0 : (long) BYTES_OF_A_RUN * record.readUShort();
        behind += (flags & PHONETIC) == 0 ? 0 : Integer.toUnsignedLong(record.readInt());
        String text = (flags & WIDE) == 0 ? record.readCompressedUnicode(length) : record.readUnicodeLEString(length);
        byte[] passed = new byte[(int) Math.min(behind, RecordInputStream.MAX_RECORD_DATA_SIZE)];
        while (behind > 0) {
            int part = (int) Math.min(behind, passed.length);
            record.readFully(passed, 0, part);
            behind -= part;
        }
        return text;
    }
}
