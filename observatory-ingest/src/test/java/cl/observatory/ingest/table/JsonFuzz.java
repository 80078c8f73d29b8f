package cl.observatory.ingest.table;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** JSON and NDJSON; a document with {@code "data"} in it is read from there. */
class JsonFuzz {

    @FuzzTest(maxDuration = "2m")
    void everyDocumentIsReadOrRefused(byte[] file) throws IOException {
        String start = new String(file, 0, Math.min(file.length, 100), StandardCharsets.ISO_8859_1);
        TableOptions options = Read.records(start.contains("\"data\"") ? "/data" : null, "a", "b");
        Fuzzed.read(file, source -> new JsonTable(source.content(), options));
    }
}
