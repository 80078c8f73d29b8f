package cl.observatory.ingest.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.conflict.ConflictType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTableTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"a\":\"x\",\"b\":1},{\"b\":2,\"a\":\"y\"}]",
                "{\"a\":\"x\",\"b\":1}\n{\"b\":2,\"a\":\"y\"}\n",
                "\ufeff\n {\"a\":\"x\",\"b\":1}{\"b\":2,\"a\":\"y\"}",
                " [ {\"a\" : \"x\" ,\n\"b\":1} ,\r\n {\"b\":2,\"a\":\"y\"} ] \n"
            })
    void recordsOfAnArrayOrALineEachAreRows(String document) throws IOException {
        assertEquals(List.of(List.of("a", "b"), List.of("x", "1"), List.of("y", "2")), Read.rows(document));
    }

    @Test
    void fieldsOfObjectsWithinAreColumnsOfTheirPath() throws IOException {
        assertEquals(
                List.of(List.of("id", "place.code", "place.name.es", "n"), List.of("1", "13101", "Santiago", "2")),
                Read.rows("[{\"id\":1,\"place\":{\"code\":\"13101\",\"name\":{\"es\":\"Santiago\"}},\"n\":2}]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|#12",
                "-0.50|#-0.50",
                "0.30000000000000004|#0.30000000000000004",
                "1e3|#1000",
                "1.5E-3|#0.0015",
                "1e999999999|1e999999999",
                "1e-401|1e-401",
                "true|TRUE",
                "false|FALSE",
                "\"12\"|12",
                "\"\\u00d1u\"|Ñu"
            })
    void numbersAreTyped(String written, String read) throws IOException {
        byte[] document = ("[{\"a\":" + written + "}]").getBytes(StandardCharsets.UTF_8);

        assertEquals(List.of(read), Read.typed(document, Read.PLAIN));
    }

    @Test
    void nothingIsAnEmptyCell() throws IOException {
        assertEquals(
                List.of(List.of("a", "b"), List.of("", "1"), List.of("2", ""), List.of("", "")),
                Read.rows("[{\"a\":null,\"b\":1},{\"a\":2},{}]"));
    }

    @Test
    void columnThatTheFirstRecordLeavesOutMayComeLaterWhenItIsExpected() throws IOException {
        byte[] document = "[{\"b\":1},{\"a\":2}]".getBytes(StandardCharsets.UTF_8);

        assertEquals(
                List.of(List.of("b", "a"), List.of("1", ""), List.of("", "2")),
                Read.rows(document, Read.records(null, "a", "b")));
    }

    @Test
    void optionalColumnMayBeThereOrNot() throws IOException {
        Set<String> known = Set.of("a", "note", "status");
        TableOptions options = new TableOptions(null, ",", null, null, known, Set.of("a"), Set.of("note"));

        assertEquals(
                List.of(List.of("a", "note", "status"), List.of("1", "", ""), List.of("2", "", "P")),
                Read.rows(
                        "[{\"a\":1,\"note\":[{}]},{\"a\":2,\"status\":\"P\"}]".getBytes(StandardCharsets.UTF_8),
                        options));
    }

    @Test
    void expectedColumnThatNoRecordHasIsMissing() {
        // When
        UnreadableFileException refused =
                Read.refusal("[{\"b\":1}]".getBytes(StandardCharsets.UTF_8), Read.records(null, "a", "b"));

        // Then
        assertEquals(ConflictType.MISSING_COLUMN, refused.conflict());
        assertEquals("a", refused.column());
    }

    @Test
    void emptyListHasAHeaderAlone() throws IOException {
        assertEquals(
                List.of(List.of("a", "b")),
                Read.rows("[]".getBytes(StandardCharsets.UTF_8), Read.records(null, "b", "a")));
        assertEquals(List.of(), Read.rows("[]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/data|{\"meta\":{\"data\":[1]},\"data\":[{\"a\":1}],\"more\":[[{}]]}",
                "/x/1/y|{\"x\":[{\"y\":[]},{\"z\":0,\"y\":[{\"a\":1}]},3]}",
                "/a~1b|{\"a/b\":[{\"a\":1}]}",
                "|[{\"a\":1}]"
            })
    void recordsMayLieWithinTheDocument(String pointer, String document) throws IOException {
        assertEquals(
                List.of(List.of("a"), List.of("1")),
                Read.rows(document.getBytes(StandardCharsets.UTF_8), Read.records(pointer)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/data|{\"meta\":1}|RECORDS_NOT_FOUND",
                "/data|{\"data\":{\"a\":1}}|RECORDS_NOT_FOUND",
                "/data/3|{\"data\":[[]]}|RECORDS_NOT_FOUND",
                "/data/x|{\"data\":1}|RECORDS_NOT_FOUND",
                "data|{\"data\":[]}|RECORDS_NOT_FOUND",
                "/data|{\"data\":[],\"data\":[{\"a\":1}]}|DUPLICATE_COLUMN",
                "/data|{\"data\":[{\"a\":1}],\"data\":[]}|DUPLICATE_COLUMN",
                "/data|{\"data\":[{\"a\":1}]|NOT_JSON",
                "/data|{\"data\":[{\"a\":1}]}}|NOT_JSON"
            })
    void recordsThatCannotBeFoundAreTold(String pointer, String document, ConflictType conflict) {
        assertEquals(
                conflict,
                Read.refusal(document.getBytes(StandardCharsets.UTF_8), Read.records(pointer))
                        .conflict());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"a\":1},{\"a\":2,\"b\":3}]|UNKNOWN_COLUMN|2|b",
                "[{\"a\":1,\"a\":2}]|DUPLICATE_COLUMN|1|a",
                "[{\"a\":1},{\"a\":2,\"a\":3}]|DUPLICATE_COLUMN|2|a",
                "[{\"a\":{\"b\":1},\"a.b\":2}]|DUPLICATE_COLUMN|1|a.b",
                "[{\"a\":{\"b\":1},\"a\":{\"c\":2}}]|DUPLICATE_COLUMN|1|a",
                "[{\"a\":1,\"a\":{\"c\":2}}]|DUPLICATE_COLUMN|1|a",
                "[{\"a\":{\"c\":2},\"a\":1}]|DUPLICATE_COLUMN|1|a",
                "[{\"a\":[1]}]|NESTED_ARRAY|1|a",
                "[{\"a\":{\"b\":[]}}]|NESTED_ARRAY|1|a.b",
                "[{\"a\":1},2]|NOT_A_RECORD|2|",
                "[[]]|NOT_A_RECORD|1|",
                "{\"a\":1}[]|NOT_A_RECORD|2|",
                "[{\"a\":\"x\\u0000\"}]|NUL_BYTE|1|",
                "[{\"a\":1}]]|NOT_JSON|1|",
                "[{\"a\":01}]|NOT_JSON|1|",
                "[{\"a\":NaN}]|NOT_JSON|1|",
                "{'a':1}|NOT_JSON|1|",
                "[{\"a\":1},]|NOT_JSON|1|"
            })
    void recordThatIsNoRowIsTold(String document, ConflictType conflict, long line, String column) {
        // When
        UnreadableFileException refused = Read.refusal(document);

        // Then
        assertEquals(conflict, refused.conflict());
        assertEquals(line, refused.line());
        assertEquals(column, refused.column());
    }

    @Test
    void sizesAreBounded() {
        String deep = "[" + "{\"a\":".repeat(65) + "1" + "}".repeat(65) + "]";
        String wide = "[{" + "\"%d\":1,".repeat(2000).formatted((Object[]) numbers()) + "\"z\":1}]";
        String digits = "[{\"a\":" + "1".repeat(1001) + "}]";
        String text = "[{\"a\":\"" + "x".repeat((1 << 20) + 1) + "\"}]";
        String texts = "[{\"a\":\"" + "x".repeat(1 << 19) + "\",\"b\":\"" + "x".repeat(1 + (1 << 19)) + "\"}]";
        String name = "[{\"" + "x".repeat(1001) + "\":1}]";

        assertEquals(ConflictType.NOT_JSON, Read.refusal(deep).conflict());
        assertEquals(ConflictType.TOO_MANY_COLUMNS, Read.refusal(wide).conflict());
        assertEquals(ConflictType.NOT_JSON, Read.refusal(digits).conflict());
        assertEquals(ConflictType.NOT_JSON, Read.refusal(text).conflict());
        assertEquals(ConflictType.LINE_TOO_LONG, Read.refusal(texts).conflict());
        assertEquals(ConflictType.NOT_JSON, Read.refusal(name).conflict());
    }

    private static Integer[] numbers() {
        return IntStream.range(0, 2000).boxed().toArray(Integer[]::new);
    }
}
