package cl.observatory.query.cube;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Topics;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.release.ReleaseWithdrawn;
import cl.observatory.events.time.Frequency;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import cl.observatory.query.cube.CubePropertyTest.Place;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Full releases, merges and withdrawals in any order: what holds, and what held, is what plain bookkeeping gives. */
@QuarkusTest
@WithTestResource(Servers.class)
class HistoryPropertyTest {

    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final int STEPS = 10;

    private final Publisher publisher = new Publisher();

    /** What is told at a time. */
    private record Said(Instant at, List<Row> rows) {}

    private record Held(ReleasePublished release, Map<Place, Row> cells) {}

    @AfterEach
    void close() {
        publisher.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyInstantIsAnsweredAsItWasThen(long seed) {
        // Given
        Random random = new Random(seed);
        DatasetDefined dataset = Publisher.cases(Publisher.unique("history"), Frequency.M, "CRIME_CLASS");
        List<Place> places = CubePropertyTest.places(Frequency.M, 1);
        List<Said> said = new ArrayList<>();
        StringBuilder steps = new StringBuilder("seed " + seed + ":");

        // When
        publisher.territories();
        Deque<Held> held = new ArrayDeque<>();
        int sequence = 0;
        for (int step = 0; step < STEPS; step++) {
            Instant now = FIRST.plus(Duration.ofDays(step));
            if (!held.isEmpty() && random.nextInt(4) == 0) {
                withdraw(held.pop().release(), now);
                steps.append(" withdraw");
            } else {
                boolean merges = !held.isEmpty() && random.nextInt(3) > 0;
                Map<Place, Row> cells = merges ? copy(held.peek().cells()) : copy(Map.of());
                List<Row> changed = change(random, places, cells, merges ? random.nextInt(20) : 60);
                held.push(new Held(publish(dataset, ++sequence, now, merges, held.peek(), changed, cells), cells));
                steps.append(merges ? " merge" : " full");
            }
            said.add(new Said(
                    now,
                    held.isEmpty() ? List.of() : List.copyOf(held.peek().cells().values())));
        }
        publish(
                dataset,
                ++sequence,
                FIRST.plus(Duration.ofDays(STEPS)),
                false,
                null,
                List.of(),
                Map.of(
                        places.getFirst(),
                        Row.of(places.getFirst().area(), places.getFirst().period(), "40101", 1)));
        Caller.awaitRelease(dataset.id(), sequence);

        // Then
        for (Said then : said) {
            assertEquals(
                    CubePropertyTest.lines(new NaiveCube(Frequency.M, then.rows()).answers()),
                    CubePropertyTest.lines(CubePropertyTest.answers(dataset, then.at())),
                    steps + " at " + then.at());
        }
    }

    private static Map<Place, Row> copy(Map<Place, Row> cells) {
        Map<Place, Row> copy = new TreeMap<>(Comparator.comparing(Place::toString));
        copy.putAll(cells);
        return copy;
    }

    private static List<Row> change(Random random, List<Place> places, Map<Place, Row> cells, int count) {
        Map<Place, Row> changed = copy(Map.of());
        for (int i = 0; i < count; i++) {
            Place place = places.get(random.nextInt(places.size()));
            Row row = CubePropertyTest.row(random, place);
            if (!row.equals(cells.get(place)) && !changed.containsKey(place)) {
                changed.put(place, row);
            }
        }
        cells.putAll(changed);
        return List.copyOf(changed.values());
    }

    private ReleasePublished publish(
            DatasetDefined dataset,
            int sequence,
            Instant at,
            boolean merges,
            Held base,
            List<Row> changed,
            Map<Place, Row> cells) {
        UUID id = UUID.randomUUID();
        List<Row> whole = List.copyOf(cells.values());
        List<ObservationBatch> batches = Publisher.batches(id, dataset, merges ? changed : whole);
        batches.forEach(batch -> publisher.send(Topics.RELEASES, Publisher.event(UUID.randomUUID(), batch)));
        ReleasePublished release = merges
                ? numbered(Publisher.merged(id, base.release(), at, batches, whole), sequence)
                : Publisher.published(id, dataset, sequence, at, batches);
        publisher.send(Topics.RELEASES, Publisher.event(release));
        return release;
    }

    private static ReleasePublished numbered(ReleasePublished release, int sequence) {
        return new ReleasePublished(
                release.releaseId(),
                release.datasetId(),
                sequence,
                release.status(),
                release.publishedAt(),
                release.changeNote(),
                release.rows(),
                release.batches(),
                release.checksum(),
                release.firstPeriod(),
                release.lastPeriod(),
                release.sourceSha256(),
                release.profile(),
                release.profileVersion(),
                release.retrievedAt(),
                release.territoriesVersion(),
                release.dataset(),
                release.update(),
                release.basedOn(),
                release.totalRows());
    }

    private void withdraw(ReleasePublished release, Instant at) {
        publisher.send(
                Topics.RELEASES,
                Publisher.event(new ReleaseWithdrawn(
                        release.releaseId(),
                        release.datasetId(),
                        release.sequence(),
                        release.publishedAt(),
                        at,
                        ReleaseWithdrawn.ERROR,
                        "Wrong.")));
        await().untilAsserted(() -> Caller.reader()
                .get("/v1/releases/{id}", release.releaseId().toString())
                .then()
                .body("status", equalTo("WITHDRAWN")));
    }
}
