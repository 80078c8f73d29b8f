package cl.observatory.query.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTextTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 9, 10, 99, 100, 1_250, -1_250, 1_000_000, Long.MAX_VALUE, Long.MIN_VALUE})
    void numberIsWrittenWithAllItsDecimals(long whole) throws IOException {
        for (int decimals = 0; decimals <= 6; decimals++) {
            FileText text = new FileText();

            text.number(whole, decimals);

            assertEquals(BigDecimal.valueOf(whole, decimals).toPlainString(), written(text));
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    40101            | 40101
                    =1+1             | '=1+1
                    +cmd             | '+cmd
                    @SUM(A1)         | '@SUM(A1)
                    -x               | '-x
                    -5               | -5
                    +5.5             | +5.5
                    a,b              | "a,b"
                    say "so"         | "say ""so""\"
                    =A1,"x"          | "'=A1,""x""\"
                    -                | '-
                    """, delimiter = '|')
    void textThatASpreadsheetWouldRunIsText(String text, String cell) {
        assertEquals(cell, FileText.cell(text));
    }

    private static String written(FileText text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.writeTo(bytes, 0, text.length());
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
