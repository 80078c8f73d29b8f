package cl.observatory.ingest.table;

import cl.observatory.ingest.conflict.ConflictType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.record.RecordInputStream;

/** What a binary workbook says once for all its sheets: where they are, which styles are dates, which texts they share. */
final class XlsGlobals {

    private static final int BOF = 0x0809;
    private static final int EOF = 0x000a;
    private static final int FILE_PASS = 0x002f;
    private static final int DATE_MODE = 0x0022;
    private static final int BOUND_SHEET = 0x0085;
    private static final int FORMAT = 0x041e;
    private static final int EXTENDED_FORMAT = 0x00e0;
    private static final int SHARED_STRINGS = 0x00fc;
    private static final int BIFF8 = 0x0600;
    private static final int WORKSHEET = 0;

    private final List<SheetChoice.Sheet> sheets = new ArrayList<>();
    private final DateStyles styles = new DateStyles();
    private final SharedTexts texts;
    private boolean from1904;

    XlsGlobals(RecordInputStream records, SharedTexts texts) throws IOException {
        this.texts = texts;
        records.nextRecord();
        if (records.getSid() != BOF || records.readUShort() != BIFF8) {
            throw new UnreadableFileException(ConflictType.UNKNOWN_FORMAT, 0, null, "Excel 95", null);
        }
        while (records.getSid() != EOF) {
            records.readRemainder();
            if (!records.hasNextRecord()) {
                throw ZipParts.damaged(null);
            }
            records.nextRecord();
            read(records);
        }
    }

    private void read(RecordInputStream record) throws IOException {
        switch (record.getSid()) {
            case FILE_PASS -> throw new UnreadableFileException(ConflictType.ENCRYPTED_FILE, 0, null);
            case DATE_MODE -> from1904 = record.readUShort() == 1;
            case BOUND_SHEET -> addSheet(record);
            case FORMAT -> styles.addFormat(record.readUShort(), XlsStrings.read(record));
            case EXTENDED_FORMAT -> {
                record.readUShort();
                styles.addStyle(record.readUShort());
            }
            case SHARED_STRINGS -> addTexts(record);
            default -> {
                // how things look
            }
        }
    }

    private void addSheet(RecordInputStream record) {
        long place = Integer.toUnsignedLong(record.readInt());
        boolean visible = record.readUByte() == 0;
        boolean cells = record.readUByte() == WORKSHEET;
        String name = XlsStrings.read(record, record.readUByte());
        if (cells) {
            sheets.add(new SheetChoice.Sheet(name, Long.toString(place), visible));
        }
    }

    private void addTexts(RecordInputStream record) throws IOException {
        if (texts.count() > 0) {
            throw ZipParts.damaged(null);
        }
        record.readInt();
        long count = Integer.toUnsignedLong(record.readInt());
        texts.begin();
        for (long i = 0; i < count; i++) {
            texts.add(XlsStrings.read(record));
        }
        texts.finish();
    }

    List<SheetChoice.Sheet> sheets() {
        return sheets;
    }

    boolean isDate(int style) {
        return styles.isDate(style);
    }

    boolean datesFrom1904() {
        return from1904;
    }
}
