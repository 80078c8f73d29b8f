package cl.observatory.ingest.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.conflict.ConflictType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetMlTableTest {

    static final String WORKBOOK = """
            <?xml version="1.0"?>
            <?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
              xmlns:x="urn:schemas-microsoft-com:office:excel"
              xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
              xmlns:html="http://www.w3.org/TR/REC-html40">
              <Styles><Style ss:ID="Default"/></Styles>
              %s
            </Workbook>
            """;
    static final String SHEET = "<Worksheet ss:Name=\"%s\"><Table>%s</Table>%s</Worksheet>";

    static String workbook(String rows) {
        return WORKBOOK.formatted(SHEET.formatted("Data", rows, ""));
    }

    private static String cell(String type, String text) {
        return "<Cell><Data ss:Type=\"" + type + "\">" + text + "</Data></Cell>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n \t\n", "\ufeff", "\ufeff\n\n"})
    void rowsAreReadHoweverTheFileBegins(String beginning) throws IOException {
        String file =
                workbook("<Column ss:Width=\"9\"/><Row>" + cell("String", "Ñuñoa") + cell("Number", "3") + "</Row>");

        assertEquals(List.of(List.of("Ñuñoa", "3")), Read.rows(beginning + file));
    }

    @Test
    void encodingIsThatOfTheDocument() throws IOException {
        String file = workbook("<Row>" + cell("String", "Ñuñoa") + "</Row>");

        assertEquals(
                List.of(List.of("Ñuñoa")),
                Read.rows(file.replace("1.0\"?", "1.0\" encoding=\"ISO-8859-1\"?")
                        .getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(List.of(List.of("Ñuñoa")), Read.rows(("\ufeff" + file).getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    void placesThatAreLeftOutAreEmpty() throws IOException {
        String file = workbook("""
                <Row ss:Index="3" ss:Span="2"><Cell ss:Index="2">%1$s</Cell><Cell ss:MergeAcross="2">%1$s</Cell><Cell>%1$s</Cell></Row>
                <Row/>
                <Row><Cell>%1$s</Cell><Cell ss:Index="9"/></Row>
                """.formatted("<Data ss:Type=\"String\">x</Data>"));

        assertEquals(List.of(List.of("", "x", "x", "", "", "x"), List.of("x")), Read.rows(file));
    }

    @ParameterizedTest
    @CsvSource({
        "Number, 0.30000000000000004, #0.3",
        "Number, 1E3, #1000",
        "Number, uno, uno",
        "String, 12, 12",
        "DateTime, 2024-03-01T00:00:00.000, 2024-03-01",
        "DateTime, 2024-03-01T10:30:00.000, 2024-03-01T10:30:00",
        "DateTime, 1899-12-31T10:30:00.000, 10:30:00",
        "Boolean, 1, TRUE",
        "Boolean, 0, FALSE",
        "Error, #N/A, #N/A",
        "String, <html:B>No</html:B> aplica, No aplica"
    })
    void valuesAreReadByTheirType(String type, String text, String read) throws IOException {
        byte[] file = workbook("<Row>" + cell("String", "a") + "</Row><Row>" + cell(type, text) + "</Row>")
                .getBytes(StandardCharsets.UTF_8);

        assertEquals(List.of(read), Read.typed(file, Read.PLAIN));
    }

    @Test
    void commentsAreNoValues() throws IOException {
        assertEquals(
                List.of(List.of("a")),
                Read.rows(workbook("<Row><Cell><Data ss:Type=\"String\">a</Data>"
                        + "<Comment><Data xmlns=\"http://www.w3.org/TR/REC-html40\">b</Data></Comment></Cell></Row>")));
    }

    @Test
    void sheetIsChosenByName() throws IOException {
        byte[] file = WORKBOOK.formatted(SHEET.formatted("A", "<Row>" + cell("String", "a") + "</Row>", "")
                        + SHEET.formatted("B", "<Row>" + cell("String", "b") + "</Row>", ""))
                .getBytes(StandardCharsets.UTF_8);

        assertEquals(List.of(List.of("a")), Read.rows(file));
        assertEquals(List.of(List.of("b")), Read.rows(file, Read.sheet("B")));
        assertEquals("A, B", Read.refusal(file, Read.sheet("C")).value());
    }

    @Test
    void hiddenSheetIsReadOnlyByName() throws IOException {
        byte[] file = WORKBOOK.formatted(SHEET.formatted(
                        "A",
                        "<Row>" + cell("String", "a") + "</Row>",
                        "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"))
                .getBytes(StandardCharsets.UTF_8);

        assertEquals(ConflictType.HIDDEN_SHEET, Read.refusal(file, Read.PLAIN).conflict());
        assertEquals(List.of(List.of("a")), Read.rows(file, Read.sheet("A")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Row ss:Index=\"2\"/><Row ss:Index=\"2\"/>",
                "<Row ss:Index=\"0\"/>",
                "<Row ss:Index=\"9999999999\"/>",
                "<Row ss:Span=\"-1\"/>",
                "<Row><Cell ss:Index=\"2\"/><Cell ss:Index=\"1\"/></Row>",
                "<Cell/>",
                "<Row>&nothing;</Row>",
                "<Row></Cell>"
            })
    void sheetThatIsNotAsItShouldBeIsDamaged(String rows) {
        assertEquals(ConflictType.DAMAGED_WORKBOOK, Read.refusal(workbook(rows)).conflict());
    }
}
