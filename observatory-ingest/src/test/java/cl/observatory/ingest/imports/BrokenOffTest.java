package cl.observatory.ingest.imports;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.Cases;
import cl.observatory.ingest.LogLines;
import cl.observatory.ingest.Packed;
import cl.observatory.ingest.RawClient;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that breaks off on its way changes nothing, wherever it breaks off and however whole it looks until there. */
@QuarkusTest
@WithTestResource(Servers.class)
class BrokenOffTest {

    static final String UPLOADS_UNDER_WAY = """
            select count(*) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'
            """;

    /** Its last row is whole, so that nothing in the content tells that more was to come. */
    private static final byte[] WHOLE_ROWS = Cases.FILE.getBytes(StandardCharsets.UTF_8);

    private static final byte[] WHOLE_GZIP = Packed.gzip(Cases.FILE);

    private Cases cases;
    private Map<String, Long> before;
    private LogLines log;

    @BeforeEach
    void defineDataset() {
        cases = Cases.define();
        before = Store.contents();
        log = LogLines.listen();
    }

    @AfterEach
    void nothingIsLeftOpenAndNobodyIsAlarmed() {
        await().until(() -> Store.number(UPLOADS_UNDER_WAY) == 0);
        log.close();
        assertEquals(List.of(), log.alarms());
    }

    @ParameterizedTest
    @CsvSource({
        "CONTENT_LENGTH, text, false",
        "CONTENT_LENGTH, text, true",
        "CONTENT_LENGTH, gzip, false",
        "CONTENT_LENGTH, gzip, true",
        "CHUNKED,        text, false",
        "CHUNKED,        text, true",
        "CHUNKED,        gzip, false",
        "CHUNKED,        gzip, true"
    })
    void fileThatIsCutChangesNothing(Framing framing, String packing, boolean reset) throws IOException {
        // Given
        byte[] file = packing.equals("gzip") ? WHOLE_GZIP : WHOLE_ROWS;
        RawClient client = new RawClient();
        framing.send(client, cases.dataset(), file);
        await().until(() -> Store.number(UPLOADS_UNDER_WAY) == 1);

        // When
        if (reset) {
            client.abort();
        } else {
            client.close();
        }

        // Then
        await().until(() -> Store.number(UPLOADS_UNDER_WAY) == 0);
        assertEquals(before, Store.contents());
    }

    @ParameterizedTest
    @CsvSource({"CONTENT_LENGTH", "CHUNKED"})
    void callerWhoStillListensIsNotToldThatItWasTaken(Framing framing) throws IOException {
        try (RawClient client = new RawClient()) {
            // Given
            framing.send(client, cases.dataset(), WHOLE_ROWS);
            await().until(() -> Store.number(UPLOADS_UNDER_WAY) == 1);

            // When
            String answer = client.endSending().answer();

            // Then
            assertThat(answer, not(startsWith("HTTP/1.1 2")));
        }
        assertEquals(before, Store.contents());
    }

    @Test
    void chunkThatIsNoneBreaksTheFileOff() throws IOException {
        try (RawClient client = new RawClient()) {
            // Given
            Framing.CHUNKED.send(client, cases.dataset(), WHOLE_ROWS);
            await().until(() -> Store.number(UPLOADS_UNDER_WAY) == 1);

            // When
            String answer = client.send("no chunk\n").answer();

            // Then
            assertThat(answer, not(startsWith("HTTP/1.1 2")));
        }
        assertEquals(before, Store.contents());
    }

    @Test
    void sameFileIsTakenAfterwards() throws IOException {
        // Given
        RawClient client = new RawClient();
        Framing.CHUNKED.send(client, cases.dataset(), WHOLE_ROWS);
        await().until(() -> Store.number(UPLOADS_UNDER_WAY) == 1);
        client.abort();

        // When
        String id = cases.take(Cases.FILE);

        // Then
        Cases.get(id).statusCode(200);
        assertEquals(before.get("import") + 1, Store.contents().get("import"));
    }

    @Test
    void fileThatEndsAsItSaysIsTaken() throws IOException {
        try (RawClient client = new RawClient()) {
            // Given
            Framing.CHUNKED.send(client, cases.dataset(), WHOLE_ROWS);

            // When
            String answer = client.send("0\n\n").answer();

            // Then
            assertThat(answer, startsWith("HTTP/1.1 202 "));
            assertThat(answer, containsString("AWAITING_APPROVAL"));
        }
    }

    /** How a request says where its body ends. */
    enum Framing {
        CONTENT_LENGTH {
            @Override
            void send(RawClient client, String dataset, byte[] file) throws IOException {
                client.beginUpload(dataset, "Content-Length: " + (file.length + 1000))
                        .send(file);
            }
        },
        CHUNKED {
            @Override
            void send(RawClient client, String dataset, byte[] file) throws IOException {
                client.beginUpload(dataset, "Transfer-Encoding: chunked")
                        .send(Integer.toHexString(file.length) + "\n")
                        .send(file)
                        .send("\n");
            }
        };

        /** Everything but the end. */
        abstract void send(RawClient client, String dataset, byte[] file) throws IOException;
    }
}
