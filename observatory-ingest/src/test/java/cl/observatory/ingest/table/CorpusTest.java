package cl.observatory.ingest.table;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every file that the fuzz tests start from, or once failed at, read again in each build without the fuzzer. */
class CorpusTest {

    private interface Target {
        void read(byte[] file) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> everyFileOfTheCorpusIsReadOrRefused() throws IOException {
        return Stream.of(
                        tests("FileFuzz", new FileFuzz()::everyFileIsReadOrRefused),
                        tests("TextFuzz", new TextFuzz()::everyTextIsReadOrRefused),
                        tests("JsonFuzz", new JsonFuzz()::everyDocumentIsReadOrRefused),
                        tests("SpreadsheetMlFuzz", new SpreadsheetMlFuzz()::everyDocumentIsReadOrRefused),
                        tests("XlsFuzz", new XlsFuzz()::everyWorkbookIsReadOrRefused),
                        tests("XlsxFuzz", new XlsxFuzz()::everyWorkbookIsReadOrRefused))
                .flatMap(List::stream);
    }

    private static List<DynamicTest> tests(String fuzzTest, Target target) throws IOException {
        try (Stream<Path> files = Files.walk(corpus(fuzzTest))) {
            List<DynamicTest> tests = files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(
                            fuzzTest + " " + file.getFileName(), () -> target.read(Files.readAllBytes(file))))
                    .toList();
            assertFalse(tests.isEmpty(), fuzzTest);
            return tests;
        }
    }

    private static Path corpus(String fuzzTest) {
        try {
            return Path.of(CorpusTest.class.getResource(fuzzTest + "Inputs").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
