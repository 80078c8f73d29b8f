package cl.observatory.ingest.table;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/** Any file at all, told by its content. */
class FileFuzz {

    @FuzzTest(maxDuration = "2m")
    void everyFileIsReadOrRefused(byte[] file) throws IOException {
        Fuzzed.read(file, source -> Tables.open(source, Read.PLAIN));
    }
}
