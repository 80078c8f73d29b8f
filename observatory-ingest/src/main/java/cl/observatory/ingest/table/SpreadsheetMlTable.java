package cl.observatory.ingest.table;

import cl.observatory.ingest.conflict.ConflictType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** The rows of a sheet of an XML Spreadsheet 2003 that have any content. They are read while the file arrives. */
final class SpreadsheetMlTable implements Table {

    private static final String NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet";
    private static final int MAX_ROWS = 1 << 20;
    private static final int MAX_COLUMNS = 1 << 14;
    private static final int MAX_SHEETS = 10_000;

    private final RowCells row = new RowCells();
    private final List<SheetChoice.Sheet> sheets = new ArrayList<>();
    private final XmlEvents xml;
    private final String wanted;
    private boolean within;
    private boolean found;
    private boolean ended;
    private int number;
    private int span;
    private int column;

    /**
     * @param sheet null for the first one, which must be visible
     */
    SpreadsheetMlTable(InputStream content, String sheet) throws IOException {
        xml = new XmlEvents(content);
        wanted = sheet;
        if (!xml.next() || !xml.name().equals("Workbook") || !NAMESPACE.equals(xml.namespace())) {
            throw new UnreadableFileException(ConflictType.UNKNOWN_FORMAT, 0, null, "XML", null);
        }
    }

    @Override
    public boolean next() throws IOException {
        while (!ended) {
            if (!xml.next()) {
                ended = true;
                xml.drain();
                // tells what there is when it was not found
                SheetChoice.of(sheets, wanted);
            } else if (xml.isStart() && NAMESPACE.equals(xml.namespace())) {
                begin(xml.name());
            } else if (within && xml.isStart() && xml.name().equals("Visible")) {
                checkVisible(xml.text(null));
            } else if (xml.isEndOf("Worksheet")) {
                within = false;
            } else if (within && xml.isEndOf("Row") && row.count() > 0) {
                return true;
            }
        }
        return false;
    }

    private void begin(String element) throws IOException {
        switch (element) {
            case "Worksheet" -> beginSheet();
            case "Row" -> {
                if (within) {
                    beginRow();
                }
            }
            case "Cell" -> {
                if (within) {
                    readCell();
                }
            }
            default -> {
                // styles, names, widths of columns
            }
        }
    }

    private void beginSheet() {
        String name = xml.attribute("Name");
        if (name == null || sheets.size() == MAX_SHEETS) {
            throw xml.damaged(null);
        }
        sheets.add(new SheetChoice.Sheet(name, null, true));
        within = !found && (wanted == null || wanted.equals(name));
        found |= within;
        number = 0;
        span = 0;
    }

    /** Only behind its rows does a sheet say that it is hidden. */
    private void checkVisible(String state) {
        if (wanted == null && !state.equals("SheetVisible")) {
            String name = sheets.getLast().name();
            throw new UnreadableFileException(ConflictType.HIDDEN_SHEET, 0, name, name, null);
        }
    }

    private void beginRow() {
        int next = index(number + span + 1, MAX_ROWS);
        if (next <= number) {
            throw xml.damaged(null);
        }
        number = next;
        span = count("Span", MAX_ROWS);
        xml.at(number);
        row.begin(number);
        column = 0;
    }

    private void readCell() throws IOException {
        int next = index(column + 1, MAX_COLUMNS);
        if (number == 0 || next <= column) {
            throw xml.damaged(null);
        }
        column = next + count("MergeAcross", MAX_COLUMNS);
        while (xml.next() && !xml.isEndOf("Cell")) {
            if (xml.isStart()) {
                if (xml.name().equals("Data")) {
                    String type = xml.attribute("Type");
                    put(next - 1, type == null ? "String" : type, xml.text(null));
                } else {
                    xml.skip();
                }
            }
        }
    }

    private void put(int cell, String type, String value) {
        switch (type) {
            case "Number" -> putNumber(cell, value.strip());
            case "DateTime" -> row.put(cell, CellText.date(value.strip()), false);
            case "Boolean" -> row.put(cell, XlsxWorkbook.isTrue(value.strip()) ? "TRUE" : "FALSE", false);
            default -> row.put(cell, value, false);
        }
    }

    private void putNumber(int cell, String value) {
        String decimal = CellText.number(value);
        row.put(cell, decimal == null ? value : decimal, decimal != null);
    }

    private int index(int next, int max) {
        String stated = xml.attribute("Index");
        int index = stated == null ? next : count("Index", max);
        if (index > max) {
            throw xml.damaged(null);
        }
        return index;
    }

    private int count(String attribute, int max) {
        String stated = xml.attribute(attribute);
        try {
            int count = stated == null ? 0 : Integer.parseInt(stated.strip());
            if (count >= 0 && count <= max) {
                return count;
            }
        } catch (NumberFormatException none) {
            throw xml.damaged(none);
        }
        throw xml.damaged(null);
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
        xml.close();
    }
}
