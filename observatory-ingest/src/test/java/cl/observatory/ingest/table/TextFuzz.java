package cl.observatory.ingest.table;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Delimited text in each encoding; the last byte chooses how it is read. */
class TextFuzz {

    private static final List<Charset> ENCODINGS =
            Arrays.asList(null, StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16);
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

    @FuzzTest(maxDuration = "2m")
    void everyTextIsReadOrRefused(byte[] file) throws IOException {
        int choice = file.length == 0 ? 0 : file[file.length - 1] & 0xf;
        TableOptions options = TableOptions.of(ENCODINGS.get(choice / 4), DELIMITERS.get(choice % 4));
        Fuzzed.read(file, source -> new CsvTable(source.content(), options));
    }
}
