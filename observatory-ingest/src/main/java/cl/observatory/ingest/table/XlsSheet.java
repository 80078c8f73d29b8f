package cl.observatory.ingest.table;

import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.util.RKUtil;
import org.apache.poi.ss.usermodel.FormulaError;

/** The records of one sheet of a binary workbook, gathered into rows. */
final class XlsSheet {

    private static final int BOF = 0x0809;
    private static final int EOF = 0x000a;
    private static final int NUMBER = 0x0203;
    private static final int RK = 0x027e;
    private static final int MANY_RK = 0x00bd;
    private static final int LABEL = 0x0204;
    private static final int RICH_LABEL = 0x00d6;
    private static final int SHARED_LABEL = 0x00fd;
    private static final int FORMULA = 0x0006;
    private static final int TEXT_OF_FORMULA = 0x0207;
    private static final int BOOLEAN_OR_ERROR = 0x0205;

    /** Bytes of one number of a record of many. */
    private static final int BYTES_OF_RK = 6;

    /** The last two bytes of a kept value that is no number. */
    private static final int NO_NUMBER = 0xffff;

    private final RecordInputStream records;
    private final XlsGlobals globals;
    private final SharedTexts texts;
    private RowCells row;
    private int number = -1;
    private int held = -1;
    private int columnOfFormula = -1;
    private boolean ended;

    XlsSheet(RecordInputStream records, XlsGlobals globals, SharedTexts texts) {
        this.records = records;
        this.globals = globals;
        this.texts = texts;
        records.nextRecord();
        if (records.getSid() != BOF) {
            throw ZipParts.damaged(null);
        }
    }

    /** Gathers the cells of the next row that has any. */
    boolean next(RowCells into) {
        row = into;
        row.begin(number + 1L);
        columnOfFormula = -1;
        if (held >= 0) {
            enter(held);
            readCell();
        }
        held = -1;
        while (!ended && held < 0) {
            advance();
            if (records.getSid() == BOF) {
                skipChart();
            } else if (records.getSid() == EOF) {
                ended = true;
            } else if (records.getSid() == TEXT_OF_FORMULA) {
                readTextOfFormula();
            } else if (isCell(records.getSid())) {
                readRow();
            }
        }
        return row.count() > 0;
    }

    private void advance() {
        records.readRemainder();
        if (!records.hasNextRecord()) {
            throw ZipParts.damaged(null);
        }
        records.nextRecord();
    }

    /** A chart within the sheet has cells of its own. */
    private void skipChart() {
        int depth = 1;
        while (depth > 0) {
            advance();
            depth += records.getSid() == BOF ? 1 : records.getSid() == EOF ? -1 : 0;
        }
    }

    private static boolean isCell(int kind) {
        return switch (kind) {
            case NUMBER, RK, MANY_RK, LABEL, RICH_LABEL, SHARED_LABEL, FORMULA, BOOLEAN_OR_ERROR -> true;
            default -> false;
        };
    }

    private void readRow() {
        int next = records.readUShort();
        if (next < number) {
            throw ZipParts.damaged(null);
        }
        if (next > number && row.count() > 0) {
            held = next;
        } else {
            enter(next);
            readCell();
        }
    }

    private void enter(int next) {
        if (next != number) {
            number = next;
            row.begin(number + 1L);
            columnOfFormula = -1;
        }
    }

    private void readCell() {
        int column = records.readUShort();
        if (records.getSid() == MANY_RK) {
            // two bytes behind the numbers repeat the last column
            for (int i = 0; records.remaining() >= BYTES_OF_RK; i++) {
                putNumber(column + i, records.readUShort(), RKUtil.decodeNumber(records.readInt()));
            }
            return;
        }
        int style = records.readUShort();
        switch (records.getSid()) {
            case NUMBER -> putNumber(column, style, records.readDouble());
            case RK -> putNumber(column, style, RKUtil.decodeNumber(records.readInt()));
            case SHARED_LABEL -> {
                long text = Integer.toUnsignedLong(records.readInt());
                if (text >= texts.count()) {
                    throw ZipParts.damaged(null);
                }
                row.put(column, texts.get(text), false);
            }
            case FORMULA -> readFormula(column, style);
            case BOOLEAN_OR_ERROR -> {
                int value = records.readUByte();
                putBooleanOrError(column, value, records.readUByte() == 0);
            }
            default -> row.put(column, XlsStrings.read(records), false);
        }
    }

    private void readFormula(int column, int style) {
        long value = records.readLong();
        if ((value >>> 48) != NO_NUMBER) {
            putNumber(column, style, Double.longBitsToDouble(value));
            return;
        }
        int content = (int) (value >>> 16) & 0xff;
        switch ((int) value & 0xff) {
            case 0 -> columnOfFormula = column;
            case 1 -> putBooleanOrError(column, content, true);
            case 2 -> putBooleanOrError(column, content, false);
            default -> {
                // an empty text
            }
        }
    }

    private void readTextOfFormula() {
        if (columnOfFormula >= 0) {
            row.put(columnOfFormula, XlsStrings.read(records), false);
            columnOfFormula = -1;
        }
    }

    private void putBooleanOrError(int column, int value, boolean isBoolean) {
        String text = isBoolean
                ? value == 0 ? "FALSE" : "TRUE"
                : FormulaError.isValidCode(value) ? FormulaError.forInt(value).getString() : "#ERROR";
        row.put(column, text, false);
    }

    private void putNumber(int column, int style, double value) {
        String date = globals.isDate(style) ? CellText.date(value, globals.datesFrom1904()) : null;
        if (date != null) {
            row.put(column, date, false);
        } else if (Double.isFinite(value)) {
            row.put(column, CellText.number(value), true);
        } else {
            row.put(column, Double.toString(value), false);
        }
    }
}
