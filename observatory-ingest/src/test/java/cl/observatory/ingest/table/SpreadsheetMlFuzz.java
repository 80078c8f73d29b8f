package cl.observatory.ingest.table;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/** XML Spreadsheet 2003. */
class SpreadsheetMlFuzz {

    @FuzzTest(maxDuration = "2m")
    void everyDocumentIsReadOrRefused(byte[] file) throws IOException {
        Fuzzed.read(file, source -> new SpreadsheetMlTable(source.content(), null));
    }
}
