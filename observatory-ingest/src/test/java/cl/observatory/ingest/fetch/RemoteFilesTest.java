package cl.observatory.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.ScriptedHost;
import cl.observatory.ingest.table.FilesConfig;
import cl.observatory.problem.ProblemException;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files from a host on this machine, and everything that can go wrong with them. */
@Timeout(120)
class RemoteFilesTest {

    private static final String FILE = "area,month,cases\n13101,2024-01,3\n";
    private static final int LIMIT = 1000;
    private static final Duration PATIENT = Duration.ofHours(1);
    private static final Duration IMPATIENT = Duration.ofMillis(200);

    private ScriptedHost host;

    @BeforeEach
    void start() throws IOException {
        host = ScriptedHost.start();
    }

    @AfterEach
    void stop() throws IOException {
        host.close();
    }

    /** As the configuration says it. */
    private record Settings(
            Optional<List<String>> allowedHosts, Duration connectTimeout, Duration readTimeout, Duration timeout)
            implements FetchConfig {}

    private record Bounds(MemorySize maxSize, MemorySize maxExpandedSize, int maxExpansion) implements FilesConfig {}

    @Test
    void fileComesAsItIs() throws IOException {
        // Given
        byte[] noise = new byte[LIMIT];
        new Random(7).nextBytes(noise);
        host.answer("/a.csv", "HTTP/1.1 200 OK\nContent-Length: " + LIMIT, noise);

        // When
        byte[] body = read(files(), "/a.csv");

        // Then
        assertArrayEquals(noise, body);
        assertEquals(List.of("/a.csv"), host.asked());
    }

    @Test
    void fileInChunksComesAsItIs() throws IOException {
        // Given
        host.answer(
                "/a.csv",
                "HTTP/1.1 200 OK\nTransfer-Encoding: chunked",
                "10\r\n" + FILE.substring(0, 16) + "\r\n" + Integer.toHexString(FILE.length() - 16) + "\r\n"
                        + FILE.substring(16) + "\r\n0\r\n\r\n");

        // When
        byte[] body = read(files(), "/a.csv");

        // Then
        assertEquals(FILE, new String(body, StandardCharsets.UTF_8));
    }

    @Test
    void withoutAllowedHostsNothingIsFetched() {
        // Given
        RemoteFiles off = new RemoteFiles(new Settings(Optional.empty(), PATIENT, PATIENT, PATIENT), bounds());

        // When
        ProblemException refused = assertThrows(ProblemException.class, () -> off.open(host.address("/a.csv")));

        // Then
        assertEquals(IngestProblem.FETCH_OFF, refused.type());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.csv",
                "/a.csv",
                "//127.0.0.1/a.csv",
                "ftp://127.0.0.1/a.csv",
                "file:///etc/passwd",
                "http://user:secret@127.0.0.1/a.csv",
                "http://127.0.0.1/a.csv#part",
                "http:///a.csv",
                "http://a b/"
            })
    void whatIsNoPlainAddressIsRefused(String address) {
        isRefused(IngestProblem.FETCH_ADDRESS_INVALID, files(), address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/a.csv",
                "http://127.0.0.1:1/a.csv",
                "http://localhost/a.csv",
                "http://2130706433/a",
                "http://[::1]/a.csv",
                "https://169.254.169.254/latest/meta-data"
            })
    void hostThatIsNotOnTheListIsRefused(String address) {
        isRefused(IngestProblem.FETCH_HOST_NOT_ALLOWED, files(), address);
    }

    @Test
    void allowedNameThatLeadsInsideIsRefused() {
        // Given
        RemoteFiles named = files(PATIENT, PATIENT, "localhost", "127.0.0.1:8443");

        // Then
        isRefused(IngestProblem.FETCH_ADDRESS_PRIVATE, named, "https://localhost/a.csv");
        isRefused(IngestProblem.FETCH_ADDRESS_PRIVATE, named, "https://127.0.0.1:8443/a.csv");
    }

    @Test
    void redirectionWithinTheListIsFollowed() throws IOException {
        // Given
        host.redirect("/old", "/newer")
                .redirect("/newer", host.address("/a.csv"))
                .file("/a.csv", FILE);

        // When
        byte[] body = read(files(), "/old");

        // Then
        assertEquals(FILE, new String(body, StandardCharsets.UTF_8));
        assertEquals(List.of("/old", "/newer", "/a.csv"), host.asked());
    }

    @Test
    void redirectionOutOfTheListIsNotFollowed() throws IOException {
        // Given
        try (ScriptedHost other = ScriptedHost.start().file("/a.csv", FILE)) {
            host.redirect("/old", other.address("/a.csv"));

            // When
            isRefused(IngestProblem.FETCH_HOST_NOT_ALLOWED, files(), host.address("/old"));

            // Then
            assertEquals(List.of(), other.asked());
        }
    }

    @Test
    void redirectionsHaveAnEnd() {
        // Given
        host.redirect("/round", "/round");

        // Then
        isRefused(IngestProblem.FETCH_REDIRECTED_TOO_OFTEN, files(), host.address("/round"));
        assertEquals(4, host.asked().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 404 Not Found\nContent-Length: 0",
                "HTTP/1.1 500 Oh\nContent-Length: 0",
                "HTTP/1.1 204 No Content",
                "HTTP/1.1 206 Partial Content\nContent-Length: 0",
                "HTTP/1.1 302 Found\nContent-Length: 0"
            })
    void whatIsNoFileIsRefused(String head) {
        host.answer("/a.csv", head, "");

        isRefused(IngestProblem.FETCH_STATUS, files(), host.address("/a.csv"));
    }

    @Test
    void fileThatSaysItIsTooLargeIsNotBegun() {
        host.answer("/a.csv", "HTTP/1.1 200 OK\nContent-Length: " + (LIMIT + 1), "x")
                .stalling("/a.csv");

        isRefused(IngestProblem.FILE_TOO_LARGE, files(), host.address("/a.csv"));
    }

    @Test
    void fileWithoutAnEndIsNotBegun() {
        host.answer("/a.csv", "HTTP/1.1 200 OK", FILE);

        isRefused(IngestProblem.FETCH_WITHOUT_END, files(), host.address("/a.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100", "Transfer-Encoding: chunked"})
    void fileThatBreaksOffIsToldFromAWholeOne(String framing) {
        // Given
        String begun = framing.startsWith("Content") ? FILE : Integer.toHexString(FILE.length()) + "\r\n" + FILE;
        host.answer("/a.csv", "HTTP/1.1 200 OK\n" + framing, begun);

        // Then
        isRefused(IngestProblem.FETCH_INCOMPLETE, files(), host.address("/a.csv"));
    }

    @Test
    void hostThatSaysNothingIsNotWaitedFor() {
        host.silence("/a.csv");

        isRefused(IngestProblem.FETCH_TIMED_OUT, files(IMPATIENT, PATIENT), host.address("/a.csv"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fileThatStopsComingIsNotWaitedForNorOneThatTakesTooLongAsAWhole(boolean nextBytes) {
        // Given
        host.answer("/a.csv", "HTTP/1.1 200 OK\nContent-Length: 100", FILE).stalling("/a.csv");
        RemoteFiles impatient = nextBytes ? files(IMPATIENT, PATIENT) : files(PATIENT, IMPATIENT);

        // Then
        isRefused(IngestProblem.FETCH_TIMED_OUT, impatient, host.address("/a.csv"));
    }

    @Test
    void hostThatDoesNotAnswerOrSpeaksAnotherLanguageIsNotReached() throws IOException {
        // Given
        host.answer("/a.csv", "SSH-2.0-OpenSSH", "");
        String there = host.address("/a.csv");
        RemoteFiles files = files();
        isRefused(IngestProblem.FETCH_UNREACHABLE, files, there);

        // When
        host.close();

        // Then
        isRefused(IngestProblem.FETCH_UNREACHABLE, files, there);
    }

    private void isRefused(IngestProblem problem, RemoteFiles files, String address) {
        ProblemException refused = assertThrows(ProblemException.class, () -> {
            try (RemoteFiles.RemoteFile file = files.open(address)) {
                file.body().readAllBytes();
            }
        });
        assertEquals(problem, refused.type());
    }

    private byte[] read(RemoteFiles files, String path) throws IOException {
        try (RemoteFiles.RemoteFile file = files.open(host.address(path))) {
            return file.body().readAllBytes();
        }
    }

    private RemoteFiles files() {
        return files(PATIENT, PATIENT);
    }

    private RemoteFiles files(Duration read, Duration whole) {
        return files(read, whole, "private:" + host.address(""));
    }

    private static RemoteFiles files(Duration read, Duration whole, String... allowed) {
        return new RemoteFiles(new Settings(Optional.of(List.of(allowed)), PATIENT, read, whole), bounds());
    }

    private static FilesConfig bounds() {
        MemorySize limit = new MemorySize(BigInteger.valueOf(LIMIT));
        return new Bounds(limit, limit, 100);
    }
}
