package cl.observatory.ingest.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "\r=1", "-", "+", "=", "-1-1", "+56 2", "--1"})
    void textThatASpreadsheetWouldRunIsMadeAText(String cell) {
        assertEquals("'" + cell, TemplateText.neutral(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "13101", "2026-01", "40101", "-1", "+1.5", "-0,3", "CRIME_CLASS", "a=b"})
    void otherCellsStayAsTheyAre(String cell) {
        assertEquals(cell, TemplateText.neutral(cell));
    }

    @Test
    void cellsAreQuotedWhereTheyMustBe() {
        TemplateText text = new TemplateText();

        text.add(List.of("REF_AREA", "a,b", ""));
        text.add(List.of("13101", "say \"no\"", ""));

        assertEquals("REF_AREA,\"a,b\",\r\n13101,\"say \"\"no\"\"\",\r\n", text.finish());
    }
}
