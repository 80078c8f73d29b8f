package cl.observatory.query.release;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.query.Caller;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Readers ask again and again while releases take each other's place. */
@QuarkusTest
@WithTestResource(Servers.class)
class ReadersTest {

    private static final int RELEASES = 8;
    private static final List<String> COMMUNES = List.of("13101", "13127", "13203", "01101", "01107", "16101");

    private final Delivery delivery = new Delivery();

    @AfterEach
    void close() {
        delivery.close();
    }

    /** In release n every cell is n, so that any two cells of different releases differ, and each sum tells which it is of. */
    @Test
    void everyAnswerIsOfOneReleaseWhole() throws ExecutionException, InterruptedException {
        // Given
        delivery.publish(1, rows(1));
        List<Reader> readers = List.of(new Reader("CL"), new Reader("CL,13,131"), new Reader("13,01"));

        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(readers.size())) {
            List<Future<Void>> reading = readers.stream().map(threads::submit).toList();
            try {
                for (int release = 2; release <= RELEASES; release++) {
                    int published = release;
                    delivery.publish(published, rows(published));
                    await().until(() -> readers.stream().allMatch(reader -> reader.hasSeen(published)));
                }
            } finally {
                readers.forEach(Reader::stop);
            }
            for (Future<Void> end : reading) {
                end.get();
            }
        }

        // Then
        readers.forEach(reader -> assertEquals(RELEASES, reader.seen.size(), reader.seen::toString));
    }

    private static List<Row> rows(int release) {
        List<Row> rows = new ArrayList<>();
        for (String commune : COMMUNES) {
            for (int month = 1; month <= 6; month++) {
                rows.add(Row.of(commune, "2024-%02d".formatted(month), "40101", release));
            }
        }
        return rows;
    }

    /** Reads until it is stopped, or an answer is not of one release whole. */
    private final class Reader implements Callable<Void> {

        private final String territories;
        private final Set<Integer> seen = ConcurrentHashMap.newKeySet();
        private volatile boolean stopped;

        Reader(String territories) {
            this.territories = territories;
        }

        @Override
        public Void call() {
            while (!stopped) {
                seen.add(read());
            }
            return null;
        }

        boolean hasSeen(int release) {
            return seen.contains(release);
        }

        void stop() {
            stopped = true;
        }

        /** The number of the release that an answer is of. */
        private int read() {
            JsonPath answer = Caller.reader()
                    .queryParam("territory", territories)
                    .queryParam("period", "2024")
                    .get("/v1/datasets/{id}/observations", delivery.dataset())
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            int release = answer.getInt("sources[0].release.sequence");
            List<Integer> values = answer.getList("items.value");
            List<Integer> cells = answer.getList("items.cells");
            assertEquals(territories.split(",", -1).length, values.size());
            for (int i = 0; i < values.size(); i++) {
                assertEquals(release * cells.get(i), values.get(i), answer::prettify);
            }
            return release;
        }
    }
}
