package cl.observatory.query.observation;

import static cl.observatory.query.History.FIRST;
import static cl.observatory.query.History.SECOND;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.release.ReleasePublished;
import cl.observatory.query.Caller;
import cl.observatory.query.History;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that are much longer than what the sockets hold, and readers who stop in the middle. */
@QuarkusTest
@WithTestResource(Servers.class)
class SlowReaderTest {

    /** More than the connections that files may be read by together. */
    private static final int READERS = 6;

    /** Makes a row long, so that few of them fill the sockets. */
    private static final String LONG = "C".repeat(300);

    private static final List<String> AREAS = List.of("01101", "01107", "08101", "13101", "13127", "13203");
    private static final int CODES = 500;
    private static final int MONTHS = 12;

    private final History history = History.ofCases();
    private final List<Socket> sockets = new ArrayList<>();
    private ReleasePublished release;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void publish() {
        history.full(FIRST, List.of(Row.of("13101", "2024-01", "40101", 1)));
        List<Row> rows = new ArrayList<>();
        for (String area : AREAS) {
            for (int code = 0; code < CODES; code++) {
                for (int month = 1; month <= MONTHS; month++) {
                    rows.add(Row.of(area, "2024-%02d".formatted(month), LONG + code, month));
                }
            }
        }
        release = history.full(SECOND, rows);
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        history.close();
    }

    @Test
    void readersWhoStandStillHoldNoConnection() throws IOException {
        // Given
        List<Socket> still = open();

        // When
        await().until(() -> readingNow() == 0);

        // Then
        assertWholeFileComes();
        for (Socket socket : still) {
            assertTrue(rest(socket).endsWith("\r\n0\r\n\r\n"), "a file that went on is whole");
        }
    }

    @Test
    void readersWhoGoAwayHoldNoConnection() throws IOException {
        // Given
        List<Socket> gone = open();

        // When
        for (Socket socket : gone) {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        // Then
        await().until(() -> readingNow() == 0);
        assertWholeFileComes();
    }

    @Test
    void fileOfAReleaseThatIsRemovedMeanwhileBreaksOff() throws IOException {
        // Given
        Socket reader = open().getFirst();

        // When
        history.withdraw(release, "DISCLOSURE");
        await().untilAsserted(() -> Caller.reader()
                .get("/v1/releases/{id}", release.releaseId().toString())
                .then()
                .statusCode(410)
                .body("code", equalTo("RELEASE_REMOVED")));

        // Then
        assertFalse(rest(reader).endsWith("\r\n0\r\n\r\n"), "a file that is not whole does not end as if it were");
    }

    private void assertWholeFileComes() {
        try (Stream<String> lines = Caller.reader()
                .queryParam("format", "csv")
                .get("/v1/datasets/{id}/observations", history.dataset())
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()) {
            assertEquals(1 + AREAS.size() * CODES * MONTHS, lines.count());
        }
    }

    /** Sessions of the database that read cells or wait for who asked for them. */
    private int readingNow() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
                          and query like '%from cell%'
                        """).mapTo(Integer.class).one());
    }

    /** Readers who have the first bytes of the file and take no more. */
    private List<Socket> open() throws IOException {
        List<Socket> opened = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            Socket socket = new Socket();
            sockets.add(socket);
            opened.add(socket);
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
            socket.getOutputStream()
                    .write(("GET /v1/datasets/" + history.dataset() + "/observations HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Accept: text/csv\r\nConnection: close\r\nAuthorization: Bearer "
                                    + Caller.token("observatory-query", "anonymous", "data:read") + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] begun = socket.getInputStream().readNBytes(2048);
            String head = new String(begun, StandardCharsets.UTF_8);
            assertTrue(head.startsWith("HTTP/1.1 200 "), head);
        }
        return opened;
    }

    private static String rest(Socket socket) {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        try (InputStream in = socket.getInputStream()) {
            in.transferTo(rest);
        } catch (IOException reset) {
            return "";
        }
        return rest.toString(StandardCharsets.UTF_8);
    }
}
