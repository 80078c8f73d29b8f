package cl.observatory.ingest.table;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/** Binary workbooks, with their container. */
class XlsFuzz {

    @FuzzTest(maxDuration = "2m")
    void everyWorkbookIsReadOrRefused(byte[] file) throws IOException {
        Fuzzed.read(file, source -> XlsTable.open(source.content(), source.expansion(), null));
    }
}
