package cl.observatory.events.release;

import cl.observatory.events.EventJson;
import cl.observatory.events.UnreadableEventException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;

/**
 * The wire form of a batch: columnar JSON compressed by Zstandard, as {@code docs/adr/0004} and {@code 0013} decide. Reading is bounded:
 * a batch that unpacks to more than {@value #MAX_BYTES} bytes is refused.
 */
public final class ObservationBatchCodec {

    static final int MAX_BYTES = 64 << 20;
    private static final int LEVEL = 1;
    private static final String ATTRIBUTES = "attributes";
    private static final Map<String, ObservationAttribute> BY_NAME = Arrays.stream(ObservationAttribute.values())
            .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

    private ObservationBatchCodec() {}

    public static byte[] encode(ObservationBatch batch) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(batch.rows() * 16);
        try (JsonGenerator json = EventJson.factory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("releaseId", batch.releaseId().toString());
            json.writeStringField("datasetId", batch.datasetId());
            json.writeNumberField("sequence", batch.sequence());
            json.writeNumberField("rows", batch.rows());
            json.writeObjectFieldStart("dictionaries");
            for (int column = 0; column < batch.columns().size(); column++) {
                json.writeArrayFieldStart(batch.columns().get(column));
                for (String code : batch.dictionary(column)) {
                    json.writeString(code);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeObjectFieldStart("columns");
            for (int column = 0; column < batch.columns().size(); column++) {
                json.writeArrayFieldStart(batch.columns().get(column));
                for (int row = 0; row < batch.rows(); row++) {
                    json.writeNumber(batch.code(column, row));
                }
                json.writeEndArray();
            }
            writeNumbers(json, ObservationBatch.OBS_VALUE, batch.rows(), batch::value);
            json.writeEndObject();
            if (batch.hasAttributes()) {
                json.writeObjectFieldStart(ATTRIBUTES);
                for (ObservationAttribute attribute : ObservationAttribute.values()) {
                    if (batch.attributes().contains(attribute)) {
                        writeNumbers(json, attribute.name(), batch.rows(), row -> batch.attribute(attribute, row));
                    }
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Zstd.compress(out.toByteArray(), LEVEL);
    }

    private static void writeNumbers(JsonGenerator json, String name, int rows, IntToLongFunction numbers)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (int row = 0; row < rows; row++) {
            long number = numbers.applyAsLong(row);
            if (number == ObservationBatch.MISSING) {
                json.writeNull();
            } else {
                json.writeNumber(number);
            }
        }
        json.writeEndArray();
    }

    /**
     * @throws UnreadableEventException when the bytes are not a batch
     */
    public static ObservationBatch decode(byte[] bytes) {
        try {
            long size = Zstd.getFrameContentSize(bytes);
            if (size <= 0 || size > MAX_BYTES) {
                throw new UnreadableEventException("a batch unpacks to " + size + " bytes", null);
            }
            return parse(Zstd.decompress(bytes, (int) size));
        } catch (IOException | ZstdException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw new UnreadableEventException("not a batch of observations", unreadable);
        }
    }

    private static ObservationBatch parse(byte[] bytes) throws IOException {
        String releaseId = null;
        String datasetId = null;
        int sequence = -1;
        int rows = 0;
        Map<String, List<String>> dictionaries = new LinkedHashMap<>();
        Map<String, int[]> columns = new LinkedHashMap<>();
        long[] values = {};
        Map<ObservationAttribute, long[]> attributes = new EnumMap<>(ObservationAttribute.class);
        try (JsonParser json = EventJson.factory().createParser(bytes)) {
            expect(json.nextToken() == JsonToken.START_OBJECT, "an object");
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                json.nextToken();
                switch (field) {
                    case "releaseId" -> releaseId = text(json);
                    case "datasetId" -> datasetId = text(json);
                    case "sequence" -> sequence = json.getIntValue();
                    case "rows" -> rows = rows(json, bytes.length);
                    case "dictionaries" -> {
                        expect(json.currentToken() == JsonToken.START_OBJECT, "dictionaries by column");
                        for (String id = json.nextFieldName(); id != null; id = json.nextFieldName()) {
                            dictionaries.put(id, strings(json));
                        }
                    }
                    case "columns" -> {
                        expect(json.currentToken() == JsonToken.START_OBJECT, "columns by name");
                        expect(rows > 0, "the number of rows before the columns");
                        for (String id = json.nextFieldName(); id != null; id = json.nextFieldName()) {
                            if (id.equals(ObservationBatch.OBS_VALUE)) {
                                values = values(json, rows);
                            } else {
                                columns.put(id, codes(json, rows));
                            }
                        }
                    }
                    case ATTRIBUTES -> {
                        expect(rows > 0, "the number of rows before the attributes");
                        readAttributes(json, rows, attributes);
                    }
                    default -> json.skipChildren();
                }
            }
            expect(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null, "nothing behind its end");
        }
        expect(releaseId != null && datasetId != null && sequence >= 0, "releaseId, datasetId and sequence");
        check(rows, dictionaries, columns, values);
        return new ObservationBatch(
                UUID.fromString(releaseId),
                datasetId,
                sequence,
                rows,
                List.copyOf(dictionaries.keySet()),
                List.copyOf(dictionaries.values()),
                columns.values().toArray(int[][]::new),
                values,
                attributes);
    }

    /** Attributes of later versions are none of this one's business. */
    private static void readAttributes(JsonParser json, int rows, Map<ObservationAttribute, long[]> attributes)
            throws IOException {
        expect(json.currentToken() == JsonToken.START_OBJECT, "attributes by name");
        for (String id = json.nextFieldName(); id != null; id = json.nextFieldName()) {
            ObservationAttribute attribute = BY_NAME.get(id);
            if (attribute == null) {
                json.nextToken();
                json.skipChildren();
            } else {
                attributes.put(attribute, values(json, rows));
            }
        }
    }

    private static String text(JsonParser json) throws IOException {
        expect(json.currentToken() == JsonToken.VALUE_STRING, "ids that are strings");
        return json.getText();
    }

    /** What the columns are made room for, so it is believed only as far as the document is long enough. */
    private static int rows(JsonParser json, int length) throws IOException {
        int rows = json.getIntValue();
        expect(rows > 0 && rows <= length / 2, "at least one row, and none that is not there");
        return rows;
    }

    private static void check(
            int rows, Map<String, List<String>> dictionaries, Map<String, int[]> columns, long[] values) {
        List<String> ids = List.copyOf(dictionaries.keySet());
        expect(ids.size() >= 3 && ids.equals(List.copyOf(columns.keySet())), "a column for each dictionary");
        expect(ids.getFirst().equals(ObservationBatch.REF_AREA), "REF_AREA first");
        expect(ids.get(1).equals(ObservationBatch.TIME_PERIOD), "TIME_PERIOD second");
        expect(ids.getLast().equals(ObservationBatch.OBS_STATUS), "OBS_STATUS last");
        expect(values.length == rows, "as many values as rows");
        columns.forEach((id, codes) -> {
            int size = dictionaries.get(id).size();
            expect(codes.length == rows, "as many codes as rows");
            expect(Arrays.stream(codes).allMatch(code -> code >= 0 && code < size), "codes within the dictionary");
        });
    }

    private static List<String> strings(JsonParser json) throws IOException {
        expect(json.nextToken() == JsonToken.START_ARRAY, "an array of codes");
        List<String> strings = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            strings.add(json.getText());
        }
        expect(json.currentToken() == JsonToken.END_ARRAY, "codes that are strings");
        return strings;
    }

    private static int[] codes(JsonParser json, int rows) throws IOException {
        expect(json.nextToken() == JsonToken.START_ARRAY, "an array of places");
        int[] codes = new int[rows];
        int count = 0;
        while (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
            codes[count++] = json.getIntValue();
        }
        expect(json.currentToken() == JsonToken.END_ARRAY && count == rows, "a place for each row");
        return codes;
    }

    private static long[] values(JsonParser json, int rows) throws IOException {
        expect(json.nextToken() == JsonToken.START_ARRAY, "an array of values");
        long[] values = new long[rows];
        int count = 0;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            expect(token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NULL, "whole numbers");
            values[count++] = token == JsonToken.VALUE_NULL ? ObservationBatch.MISSING : json.getLongValue();
        }
        expect(count == rows, "a value for each row");
        return values;
    }

    private static void expect(boolean holds, String what) {
        if (!holds) {
            throw new UnreadableEventException("a batch has " + what, null);
        }
    }
}
