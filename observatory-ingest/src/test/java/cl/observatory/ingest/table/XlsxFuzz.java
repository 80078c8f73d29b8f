package cl.observatory.ingest.table;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The parts of an XLSX workbook; the container is made around them, so that its checksums are right. */
class XlsxFuzz {

    /** Between two parts. */
    static final String SEPARATOR = "\n====\n";

    private static final List<String> PARTS = List.of(
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
            "_rels/.rels");

    @FuzzTest(maxDuration = "2m")
    void everyWorkbookIsReadOrRefused(byte[] file) throws IOException {
        String[] parts = new String(file, StandardCharsets.ISO_8859_1).split(SEPARATOR, PARTS.size());
        Xlsx workbook = Xlsx.of("");
        for (int i = 0; i < parts.length; i++) {
            workbook.part(PARTS.get(i), parts[i].getBytes(StandardCharsets.ISO_8859_1));
        }
        Fuzzed.read(workbook.bytes(), source -> Tables.open(source, Read.PLAIN));
    }
}
