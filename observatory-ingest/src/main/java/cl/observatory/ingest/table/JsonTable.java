package cl.observatory.ingest.table;

import cl.observatory.ingest.conflict.ConflictType;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The records of a JSON document as rows. The header is what the first record has, and what else is expected; a field
 * within an object is a column {@code a.b}. The line of a row is the number of its record.
 */
final class JsonTable implements Table {

    /** Numbers have no more digits than this before or behind the point when they are written out. */
    private static final int MAX_DIGITS = 400;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // a parser that remembers names keeps all of them
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxNameLength(1_000)
                    .maxNumberLength(1_000)
                    .maxStringLength(RowCells.MAX_CHARACTERS)
                    .build())
            .build();

    private final RowCells header = new RowCells();
    private final RowCells values = new RowCells();
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Set<String> objects = new HashSet<>();
    private final BitSet present = new BitSet();
    private final BitSet everPresent = new BitSet();
    private final DecodedText text;
    private final JsonParser parser;
    private final JsonRecords records;
    private final Set<String> expected;
    private final Set<String> required;
    private final Set<String> ignored;
    private RowCells row = header;
    private boolean begun;

    JsonTable(InputStream content, TableOptions options) throws IOException {
        text = new DecodedText(content, options.encoding(), Integer.MAX_VALUE);
        parser = FACTORY.createParser(text);
        records = new JsonRecords(parser, options.records());
        expected = new TreeSet<>(options.expectedColumns());
        required = new TreeSet<>(options.requiredColumns());
        ignored = options.ignoredColumns();
    }

    @Override
    public boolean next() throws IOException {
        try {
            if (!begun) {
                begun = true;
                return readHeader();
            }
            if (row == header) {
                row = values;
                return records.number() > 0;
            }
            if (records.next()) {
                readRecord();
                return true;
            }
        } catch (JacksonException malformed) {
            throw new UnreadableFileException(ConflictType.NOT_JSON, records.number(), malformed);
        }
        checkExpected();
        return false;
    }

    private boolean readHeader() throws IOException {
        boolean any = records.next();
        if (any) {
            readRecord();
        }
        expected.forEach(this::column);
        columns.forEach((name, column) -> header.put(column, name, false));
        values.fit(columns.size());
        return header.fit(columns.size()) && (any || !columns.isEmpty());
    }

    private void checkExpected() {
        for (String name : required) {
            if (records.number() > 0 && !everPresent.get(columns.get(name))) {
                throw new UnreadableFileException(ConflictType.MISSING_COLUMN, 0, name, null, null);
            }
        }
    }

    private void readRecord() throws IOException {
        values.begin(records.number());
        objects.clear();
        present.clear();
        readObject("");
        everPresent.or(present);
        values.fit(columns.size());
    }

    private void readObject(String prefix) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix + parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY && ignored.contains(name)) {
                parser.skipChildren();
                present.set(column(name));
            } else if (token == JsonToken.START_ARRAY) {
                throw new UnreadableFileException(ConflictType.NESTED_ARRAY, records.number(), name, null, null);
            } else if (token == JsonToken.START_OBJECT) {
                Integer column = columns.get(name);
                checkFirst(name, objects.add(name) && (column == null || !present.get(column)));
                readObject(name + ".");
            } else {
                int column = column(name);
                checkFirst(name, !present.get(column) && !objects.contains(name));
                present.set(column);
                put(column, token);
            }
        }
    }

    private void checkFirst(String name, boolean first) {
        if (!first) {
            throw new UnreadableFileException(ConflictType.DUPLICATE_COLUMN, records.number(), name, null, null);
        }
    }

    private int column(String name) {
        Integer column = columns.get(name);
        if (column != null) {
            return column;
        }
        if (records.number() > 1) {
            throw new UnreadableFileException(ConflictType.UNKNOWN_COLUMN, records.number(), name, null, null);
        }
        if (columns.size() == RowCells.MAX_COLUMNS) {
            throw new UnreadableFileException(
                    ConflictType.TOO_MANY_COLUMNS,
                    records.number(),
                    null,
                    Integer.toString(RowCells.MAX_COLUMNS),
                    null);
        }
        columns.put(name, columns.size());
        return columns.size() - 1;
    }

    private void put(int column, JsonToken token) throws IOException {
        if (token.isNumeric()) {
            String written = parser.getText();
            String plain = plain(written);
            values.put(column, plain == null ? written : plain, plain != null);
        } else if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            values.put(column, token == JsonToken.VALUE_TRUE ? "TRUE" : "FALSE", false);
        } else if (token != JsonToken.VALUE_NULL) {
            values.put(column, parser.getText(), false);
        }
    }

    /** A number without exponent; null when it would be too long. */
    private static String plain(String number) {
        if (number.indexOf('e') < 0 && number.indexOf('E') < 0) {
            return number;
        }
        try {
            BigDecimal exact = new BigDecimal(number);
            boolean shortEnough = Math.abs((long) exact.scale()) <= MAX_DIGITS;
            return shortEnough ? exact.toPlainString() : null;
        } catch (NumberFormatException beyond) {
            return null;
        }
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
    public boolean isNumber(int column) {
        return row.isNumber(column);
    }

    @Override
    public boolean fit(int width) {
        return row.fit(width);
    }

    @Override
    public Charset encoding() {
        return text.encoding();
    }

    @Override
    public void close() throws IOException {
        parser.close();
        text.close();
    }
}
