package cl.observatory.ingest.table;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Definitions;
import cl.observatory.ingest.Packed;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same observations may come in any format, under any of the media types. */
@QuarkusTest
@WithTestResource(Servers.class)
class FormatsTest {

    private static final String JSON = """
            [{"area":13101,"month":"2024-01","class":"40101","cases":3},
             {"area":"01101","month":"2024-01","class":"40101","cases":0},
             {"area":"13101","month":"2024-02","class":"40102","cases":null}]
            """;

    private static ValidatableResponse send(Cases cases, String mediaType, byte[] file) {
        EncoderConfig bytes = EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .encodeContentTypeAs(mediaType, ContentType.BINARY);
        return Caller.steward()
                .config(RestAssured.config().encoderConfig(bytes))
                .contentType(mediaType)
                .header("Accept-Language", "en")
                .queryParam("profile", Cases.PROFILE)
                .body(file)
                .post("/v1/datasets/{id}/imports", Map.of("id", cases.dataset()))
                .then();
    }

    private static void assertTaken(String mediaType, byte[] file) {
        send(Cases.define(), mediaType, file)
                .statusCode(202)
                .body("counts.received", equalTo(3))
                .body("counts.accepted", equalTo(3))
                .body("conflicts.size()", equalTo(0));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx() {
        return Xlsx.of("""
                <row r='1'><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c><c t='s'><v>3</v></c></row>
                <row r='2'><c><v>13101</v></c><c t='s'><v>4</v></c><c><v>40101</v></c><c><v>3</v></c></row>
                <row r='3'><c t='str'><v>01101</v></c><c t='s'><v>4</v></c><c><v>40101</v></c><c><v>0</v></c></row>
                <row r='4'><c><v>13101</v></c><c t='str'><v>2024-02</v></c><c><v>40102</v></c></row>
                """)
                .texts("<si><t>area</t></si><si><t>month</t></si><si><t>class</t></si><si><t>cases</t></si>"
                        + "<si><t>2024-01</t></si>")
                .bytes();
    }

    private static byte[] xls() throws IOException {
        List<String> lines = Cases.FILE.lines().toList();
        return XlsTableTest.workbook(workbook -> {
            workbook.createSheet("Data");
            for (int row = 0; row < lines.size(); row++) {
                String[] cells = lines.get(row).split(",", -1);
                workbook.getSheetAt(0).createRow(row);
                for (int column = 0; column < cells.length; column++) {
                    workbook.getSheetAt(0).getRow(row).createCell(column).setCellValue(cells[column]);
                }
            }
        });
    }

    private static byte[] spreadsheetMl() {
        StringBuilder rows = new StringBuilder();
        for (String line : Cases.FILE.lines().toList()) {
            rows.append("<Row>");
            for (String cell : line.split(",", -1)) {
                rows.append("<Cell><Data ss:Type=\"String\">").append(cell).append("</Data></Cell>");
            }
            rows.append("</Row>");
        }
        return bytes("\n" + SpreadsheetMlTableTest.workbook(rows.toString()));
    }

    @Test
    void everyFormatIsTold() throws IOException {
        assertTaken("text/csv", bytes(Cases.FILE));
        assertTaken("application/json", bytes(JSON));
        assertTaken(
                "application/x-ndjson",
                bytes(JSON.replace("[", "").replace("},", "}").replace("]", "")));
        assertTaken("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx());
        assertTaken("application/vnd.ms-excel", xls());
        assertTaken("application/vnd.ms-excel", spreadsheetMl());
        assertTaken("application/gzip", Packed.gzip(xlsx()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "text/tab-separated-values",
                "application/json",
                "application/x-ndjson",
                "application/gzip",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "application/vnd.ms-excel",
                "application/xml",
                "application/octet-stream"
            })
    void mediaTypeDoesNotMatter(String mediaType) {
        assertTaken(mediaType, bytes(JSON));
    }

    @Test
    void columnsMayBeSeparatedByTabs() {
        Cases cases =
                Cases.define(Definitions.profile(Cases.PROFILE).replaceFirst("\\{", "{\"delimiter\": \"\\\\t\","));

        send(cases, "text/tab-separated-values", bytes(Cases.FILE.replace(',', '\t')))
                .statusCode(202)
                .body("counts.accepted", equalTo(3));
    }

    @Test
    void encodingThatWasDetectedIsTold() {
        byte[] file = ("area,month,class,cases,año\n"
                        + Cases.FILE.substring(Cases.HEADER.length()).replace("\n", ",1\n"))
                .getBytes(StandardCharsets.ISO_8859_1);
        Cases cases =
                Cases.define(Definitions.profile(Cases.PROFILE).replaceFirst("\\{", "{\"ignoredColumns\": [\"año\"],"));

        send(cases, "text/csv", file).statusCode(202).body("source.encoding", equalTo("windows-1252"));
        send(Cases.define(), "application/x-ndjson", bytes(JSON)).body("source.encoding", equalTo("UTF-8"));
        send(Cases.define(), "application/octet-stream", xlsx()).body("source.encoding", nullValue());
    }

    @Test
    void workbookThatIsDamagedChangesNothing() {
        // Given
        Cases cases = Cases.define();
        Map<String, Long> before = Store.contents();
        byte[] file = Arrays.copyOf(xlsx(), 900);

        // When
        ValidatableResponse answer = send(cases, "application/octet-stream", file);

        // Then
        answer.statusCode(422)
                .body("code", equalTo("FILE_UNREADABLE"))
                .body("errors[0].code", equalTo("DAMAGED_WORKBOOK"))
                .body("errors[0].message", equalTo("The workbook is damaged or incomplete."));
        assertEquals(before, Store.contents());
    }

    @Test
    void fileOfAnotherKindIsNamed() {
        send(Cases.define(), "text/csv", bytes("%PDF-1.7\n"))
                .statusCode(422)
                .body("errors[0].code", equalTo("UNKNOWN_FORMAT"))
                .body("errors[0].message", equalTo("The file is of no format that is read here. It looks like PDF."));
    }
}
