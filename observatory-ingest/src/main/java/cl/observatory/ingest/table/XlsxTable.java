package cl.observatory.ingest.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of a sheet of an XLSX workbook that have any content. Of a formula, the value is read that the workbook keeps;
 * nothing is calculated. The heap does not grow with the workbook.
 */
final class XlsxTable implements Table {

    private static final int MAX_ROWS = 1 << 20;
    private static final int MAX_COLUMNS = 1 << 14;

    /** How texts write characters that XML cannot. */
    private static final Pattern ESCAPE = Pattern.compile("_x(?!0000)([0-9A-Fa-f]{4})_");

    private final RowCells row = new RowCells();
    private final DateStyles styles = new DateStyles();
    private final XlsxWorkbook workbook;
    private final SharedTexts texts;
    private final XmlEvents sheet;
    private boolean ended;
    private long number;
    private int column;

    private XlsxTable(XlsxWorkbook workbook, SharedTexts texts, String name) throws IOException {
        this.workbook = workbook;
        this.texts = texts;
        SheetChoice.Sheet chosen = SheetChoice.of(workbook.sheets(), name);
        readStyles();
        readTexts();
        sheet = workbook.open(chosen);
    }

    static XlsxTable open(InputStream content, Expansion expansion, String sheet) throws IOException {
        SpooledFile file = SpooledFile.of(content);
        SharedTexts texts = new SharedTexts(expansion);
        boolean opened = false;
        try {
            XlsxTable table = new XlsxTable(new XlsxWorkbook(new ZipParts(file, expansion)), texts, sheet);
            opened = true;
            return table;
        } finally {
            if (!opened) {
                file.close();
                texts.close();
            }
        }
    }

    private void readStyles() throws IOException {
        Optional<XmlEvents> part = workbook.open("styles");
        if (part.isEmpty()) {
            return;
        }
        try (XmlEvents xml = part.get()) {
            boolean ofCells = false;
            while (xml.next()) {
                if (xml.isEndOf("cellXfs")) {
                    ofCells = false;
                } else if (xml.isStart()) {
                    ofCells |= xml.name().equals("cellXfs");
                    if (xml.name().equals("numFmt")) {
                        styles.addFormat(whole(xml.attribute("numFmtId")), xml.attribute("formatCode"));
                    } else if (ofCells && xml.name().equals("xf")) {
                        styles.addStyle(whole(xml.attribute("numFmtId")));
                    }
                }
            }
            xml.drain();
        }
    }

    private void readTexts() throws IOException {
        Optional<XmlEvents> part = workbook.open("sharedStrings");
        if (part.isEmpty()) {
            return;
        }
        texts.begin();
        try (XmlEvents xml = part.get()) {
            while (xml.next()) {
                if (xml.isStart() && xml.name().equals("si")) {
                    texts.add(unescaped(xml.text("rPh")));
                }
            }
            xml.drain();
        }
        texts.finish();
    }

    @Override
    public boolean next() throws IOException {
        while (!ended) {
            if (!sheet.next()) {
                ended = true;
                sheet.drain();
            } else if (sheet.isStart() && sheet.name().equals("row")) {
                beginRow();
            } else if (sheet.isStart() && sheet.name().equals("c")) {
                readCell();
            } else if (sheet.isEndOf("row") && row.count() > 0) {
                return true;
            }
        }
        return false;
    }

    private void beginRow() {
        String stated = sheet.attribute("r");
        long next = stated == null ? number + 1 : whole(stated);
        if (next <= number || next > MAX_ROWS) {
            throw sheet.damaged(null);
        }
        number = next;
        sheet.at(number);
        row.begin(number);
        column = -1;
    }

    private void readCell() throws IOException {
        String place = sheet.attribute("r");
        int next = place == null ? column + 1 : column(place);
        if (number == 0 || next <= column || next >= MAX_COLUMNS) {
            throw sheet.damaged(null);
        }
        column = next;
        String type = sheet.attribute("t");
        String style = sheet.attribute("s");
        String value = "";
        while (sheet.next() && !sheet.isEndOf("c")) {
            if (sheet.isStart()) {
                if (sheet.name().equals("v")) {
                    value = sheet.text(null);
                } else if (sheet.name().equals("is")) {
                    value = sheet.text("rPh");
                } else {
                    sheet.skip();
                }
            }
        }
        if (!value.isEmpty()) {
            put(type == null ? "n" : type, style == null ? -1 : whole(style), value);
        }
    }

    private void put(String type, int style, String value) {
        switch (type) {
            case "s" -> {
                int text = whole(value);
                if (text < 0 || text >= texts.count()) {
                    throw sheet.damaged(null);
                }
                row.put(column, texts.get(text), false);
            }
            case "str", "inlineStr" -> row.put(column, unescaped(value), false);
            case "b" -> row.put(column, XlsxWorkbook.isTrue(value.strip()) ? "TRUE" : "FALSE", false);
            case "d" -> row.put(column, CellText.date(value.strip()), false);
            case "n" -> putNumber(style, value.strip());
            default -> row.put(column, value, false);
        }
    }

    private void putNumber(int style, String value) {
        String decimal = CellText.number(value);
        String date = decimal != null && styles.isDate(style)
                ? CellText.date(Double.parseDouble(value), workbook.datesFrom1904())
                : null;
        if (date != null) {
            row.put(column, date, false);
        } else {
            row.put(column, decimal == null ? value : decimal, decimal != null);
        }
    }

    /** Column of a place such as {@code AB12}, from 0. */
    private int column(String place) {
        int found = 0;
        for (int i = 0; i < place.length() && place.charAt(i) >= 'A' && place.charAt(i) <= 'Z'; i++) {
            found = found * 26 + place.charAt(i) - 'A' + 1;
            if (found > MAX_COLUMNS) {
                throw sheet.damaged(null);
            }
        }
        if (found == 0) {
            throw sheet.damaged(null);
        }
        return found - 1;
    }

    /** A number of something, or -1 for what is none. */
    private static int whole(String text) {
        try {
            return text == null ? -1 : Integer.parseInt(text.strip());
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private static String unescaped(String text) {
        return text.contains("_x") ? ESCAPE.matcher(text).replaceAll(XlsxTable::character) : text;
    }

    private static String character(MatchResult escape) {
        return Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(escape.group(1), 16)));
    }

    @Override
    public String[] cells() {
        return row.cells();
    }

    @Override
    public int count() {
        return row.count();
    }

    @Override
    public long line() {
        return row.line();
    }

    @Override
    public boolean isNumber(int cell) {
        return row.isNumber(cell);
    }

    @Override
    public boolean fit(int columns) {
        return row.fit(columns);
    }

    @Override
    public Charset encoding() {
        return null;
    }

    @Override
    public void close() throws IOException {
        try (workbook;
                texts) {
            sheet.close();
        }
    }
}
