package cl.observatory.ingest.imports;

import static cl.observatory.ingest.Problems.isProblem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Packed;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that cannot be used gets a problem document that says why and where, and changes nothing. */
@QuarkusTest
@WithTestResource(Servers.class)
class RefusedFileTest {

    private static final byte[] GZIP = Packed.gzip(Cases.file(200));

    private Cases cases;
    private Map<String, Long> before;

    @BeforeEach
    void defineDataset() {
        cases = Cases.define();
        before = Store.contents();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "13101,2024-01,40101,3      | 1999,2024-01,40101,3       | UNKNOWN_TERRITORY | area",
                "13101,2024-01,40101,3      | Santiago,2024-01,40101,3   | UNKNOWN_TERRITORY | area",
                "13101,2024-01,40101,3      | 131,2024-01,40101,3        | WRONG_LEVEL       | area",
                "13101,2024-01,40101,3      | 13101,2024-13,40101,3      | MALFORMED_PERIOD  | month",
                "13101,2024-01,40101,3      | 13101,01/2024,40101,3      | MALFORMED_PERIOD  | month",
                "13101,2024-01,40101,3      | 13101,2024,40101,3         | WRONG_FREQUENCY   | month",
                "13101,2024-01,40101,3      | 13101,2024-01,40199,3      | UNKNOWN_CODE      | class",
                "13101,2024-01,40101,3      | 13101,2024-02,40101,three  | NOT_A_NUMBER      | cases",
                "13101,2024-01,40101,3      | 13101,2024-02,40101,3.     | NOT_A_NUMBER      | cases",
                "13101,2024-01,40101,3      | 13101,2024-02,40101,1e3    | NOT_A_NUMBER      | cases",
                "13101,2024-01,40101,3      | 13101,2024-02,40101,1.023  | NOT_WHOLE         | cases",
                "13101,2024-01,40101,3      | 13101,2024-02,40101,2.000  | AMBIGUOUS_NUMBER  | cases",
                "13101,2024-01,40101,3      | 13101,2024-02,40101,-4     | NEGATIVE_COUNT    | cases",
                "13101,2024-01,40101,3      | 13101,2024-02,40101,9999999999999999 | NUMBER_TOO_LARGE | cases",
                "13101,2024-01,40101,3      | 13101,2024-02,40101        | WRONG_FIELD_COUNT |",
                "13101,2024-01,40101,3      | 13101,2024-02,40101,3,x    | WRONG_FIELD_COUNT |",
                "13101,2024-01,40101,3      | 13101,2024-01,40101,3      | DUPLICATE_CELL    |",
                "1101,2024-01,40101,3       | 01101,2024-01,40101,4      | DUPLICATE_CELL    |"
            })
    void oneBadRowRefusesTheFile(String good, String bad, String conflict, String column) {
        // When
        ValidatableResponse answer = cases.send(Cases.HEADER + good + "\n" + bad + "\n");

        // Then
        isProblem(answer, 422, "FILE_REFUSED")
                .body("errors.size()", equalTo(1))
                .body("errors[0].code", equalTo(conflict))
                .body("errors[0].row", equalTo(3))
                .body("errors[0].rows", equalTo(List.of(3)))
                .body("errors[0].column", equalTo(column))
                .body("errors[0].occurrences", equalTo(1))
                .body("errors[0].message", not(emptyOrNullString()))
                .body("detail", containsString("Of 2 rows, 1 cannot"));
        assertEquals(before, Store.contents());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "area,month,class               | MISSING_COLUMN   | cases",
                "area;month;class;cases         | MISSING_COLUMN   | area",
                "13101,2024-01,40101,3          | MISSING_COLUMN   | month",
                "area,month,class,cases,note    | UNKNOWN_COLUMN   | note",
                "area,month,class,,cases        | UNKNOWN_COLUMN   | #4",
                "area,month,class,cases,cases   | DUPLICATE_COLUMN | cases",
                "Area,month,class,cases         | MISSING_COLUMN   | area"
            })
    void wrongColumnsRefuseTheFile(String header, String conflict, String column) {
        // When
        ValidatableResponse answer = cases.send(header + "\n13101,2024-01,40101,3\n");

        // Then
        isProblem(answer, 422, "FILE_UNREADABLE")
                .body("errors.findAll { it.code == '" + conflict + "' }.column", hasItem(column))
                .body("errors.row", hasItem(1));
        assertEquals(before, Store.contents());
    }

    @ParameterizedTest
    @CsvSource({"'',NO_ROWS", "'\n\n\r\n',NO_ROWS"})
    void headerAloneIsNoFile(String rest, String conflict) {
        // When
        ValidatableResponse answer = cases.send(Cases.HEADER + rest);

        // Then
        isProblem(answer, 422, "FILE_REFUSED").body("errors.code", equalTo(List.of(conflict)));
        assertEquals(before, Store.contents());
    }

    @Test
    void emptyBodyIsNoFile() {
        isProblem(cases.send(new byte[0]), 400, "EMPTY_BODY");
        assertEquals(before, Store.contents());
    }

    @Test
    void blankLinesAreNoFile() {
        isProblem(cases.send("\n\n\n"), 422, "FILE_UNREADABLE").body("errors.code", hasItem("MISSING_COLUMN"));
        assertEquals(before, Store.contents());
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void randomBytesAreNoFile(int seed) {
        // Given
        byte[] noise = new byte[100_000];
        new Random(seed).nextBytes(noise);

        // When
        ValidatableResponse answer = cases.send(noise);

        // Then
        isProblem(answer, 422, "FILE_UNREADABLE")
                .body("errors.code", hasItem(oneOf("NOT_TEXT", "MIXED_ENCODINGS", "NUL_BYTE", "UNKNOWN_FORMAT")));
        assertEquals(before, Store.contents());
    }

    @Test
    void nulBytesAreNoText() {
        // When
        ValidatableResponse answer = cases.send(new byte[100_000]);

        // Then
        isProblem(answer, 422, "FILE_UNREADABLE").body("errors.code", equalTo(List.of("NUL_BYTE")));
        assertEquals(before, Store.contents());
    }

    @Test
    void nulWithinANumberIsNoText() {
        isProblem(cases.send(Cases.HEADER + "13101,2024-01,40101,1\0" + "23\n"), 422, "FILE_UNREADABLE")
                .body("errors.code", equalTo(List.of("NUL_BYTE")))
                .body("errors[0].row", equalTo(2));
        assertEquals(before, Store.contents());
    }

    @Test
    void wrongEncodingIsSaid() {
        // Given
        Cases utf8 = Cases.define("""
                {"name": "plain", "encoding": "UTF-8",
                 "components": {"REF_AREA": {"column": "area"}, "TIME_PERIOD": {"column": "month"},
                                "CRIME_CLASS": {"column": "class"}, "OBS_VALUE": {"column": "cases"}}}
                """);
        byte[] latin1 = (Cases.HEADER + "Ñuñoa,2024-01,40101,3\n").getBytes(StandardCharsets.ISO_8859_1);

        // When
        ValidatableResponse answer = utf8.send(latin1);

        // Then
        isProblem(answer, 422, "FILE_UNREADABLE")
                .body("errors[0].code", equalTo("NOT_TEXT"))
                .body("errors[0].hint", containsString("ISO-8859-1"));
    }

    @Test
    void twoEncodingsInOneFileAreSaid() {
        // Given
        byte[] first = (Cases.HEADER + "Ñuñoa,2024-01,40101,3\n").getBytes(StandardCharsets.UTF_8);
        byte[] second = "Ñuñoa,2024-02,40101,3\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] file = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, file, first.length, second.length);

        // When
        ValidatableResponse answer = cases.send(file);

        // Then
        isProblem(answer, 422, "FILE_UNREADABLE").body("errors[0].code", equalTo("MIXED_ENCODINGS"));
        assertEquals(before, Store.contents());
    }

    @ParameterizedTest
    @CsvSource({"2", "5", "9", "10", "40", "-1", "-4", "-8"})
    void gzipThatStopsBeforeItsEndIsDamaged(int length) {
        // Given
        byte[] truncated = Arrays.copyOf(GZIP, length > 0 ? length : GZIP.length + length);

        // When
        ValidatableResponse answer = cases.send(truncated);

        // Then
        isProblem(answer, 422, "FILE_UNREADABLE").body("errors.code", equalTo(List.of("DAMAGED_GZIP")));
        assertEquals(before, Store.contents());
    }

    @Test
    void gzipWhoseContentDoesNotMatchItsChecksumIsDamaged() {
        // Given
        byte[] damaged = Packed.gzip(Cases.FILE);
        damaged[damaged.length - 6] ^= 1;

        // When
        ValidatableResponse answer = cases.send(damaged);

        // Then
        isProblem(answer, 422, "FILE_UNREADABLE").body("errors.code", equalTo(List.of("DAMAGED_GZIP")));
        assertEquals(before, Store.contents());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"\"13101\"x,2024-01,40101,3", "13101,2024-01,40101,\"3", "13101,2024-01,40101,\"3\"\""})
    void quotesThatDoNotPairRefuseTheFile(String row) {
        // When
        ValidatableResponse answer = cases.send(Cases.HEADER + row + "\n13102,2024-01,40101,3\n");

        // Then
        isProblem(answer, 422, "FILE_UNREADABLE")
                .body("errors.code", hasItem("NOT_CSV"))
                .body("errors[0].row", equalTo(2));
        assertEquals(before, Store.contents());
    }
}
