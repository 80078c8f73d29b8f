package cl.observatory.ingest.imports;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.release.ReleasePublished;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However cells come, in one file or in several that overlap, in whatever order: what holds is the same. */
@QuarkusTest
@WithTestResource(Servers.class)
class MergePropertyTest {

    private static final List<String> AREAS = List.of("13101", "13102", "01101", "05801", "16101");
    private static final List<String> CLASSES = List.of("40101", "40102", "40103");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void mergesOfPartsAreOneReleaseOfTheWhole(long seed) {
        // Given
        Random random = new Random(seed);
        Map<String, String> whole = cells(random, 400);
        Cases atOnce = Cases.define();
        Cases inParts = Cases.define();

        // When
        String full = atOnce.publish(file(random, whole));
        Map<String, String> made = new TreeMap<>();
        for (Map<String, String> part : parts(random, whole)) {
            made.putAll(part);
            inParts.publishMerge(file(random, part));
        }

        // Then
        assertEquals(whole, made, "the parts are the whole, seed " + seed);
        ReleasePublished one = Store.outbox(atOnce.dataset()).getLast().data(ReleasePublished.class);
        ReleasePublished several = Store.outbox(inParts.dataset()).getLast().data(ReleasePublished.class);
        String context = "seed " + seed;
        assertEquals(one.checksum(), several.checksum(), context);
        assertEquals(one.totalRows(), several.totalRows(), context);
        assertEquals(one.firstPeriod(), several.firstPeriod(), context);
        assertEquals(one.lastPeriod(), several.lastPeriod(), context);
        inParts.send(file(random, whole))
                .body("counts.unchanged", equalTo(whole.size()))
                .body("counts.created", equalTo(0))
                .body("counts.updated", equalTo(0))
                .body("counts.removed", equalTo(0));
        Cases.get(full).body("checksum", equalTo(several.checksum()));
    }

    private static Map<String, String> cells(Random random, int count) {
        Map<String, String> cells = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            cells.put(
                    "%s,%d-%02d,%s"
                            .formatted(
                                    AREAS.get(random.nextInt(AREAS.size())),
                                    2019 + random.nextInt(4),
                                    1 + random.nextInt(12),
                                    CLASSES.get(random.nextInt(CLASSES.size()))),
                    value(random));
        }
        return cells;
    }

    private static String value(Random random) {
        return random.nextInt(8) == 0 ? "-" : Integer.toString(random.nextInt(100));
    }

    /** Parts that overlap; the last one with a cell has its value of the whole, earlier ones may have another. */
    private static List<Map<String, String>> parts(Random random, Map<String, String> whole) {
        int count = 2 + random.nextInt(2);
        List<Map<String, String>> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new TreeMap<>());
        }
        whole.forEach((cell, value) -> {
            int last = random.nextInt(count);
            parts.get(last).put(cell, value);
            for (int earlier = 0; earlier < last; earlier++) {
                if (random.nextInt(3) == 0) {
                    parts.get(earlier).put(cell, random.nextBoolean() ? value : value(random));
                }
            }
        });
        return parts;
    }

    private static String file(Random random, Map<String, String> cells) {
        List<String> rows = new ArrayList<>();
        cells.forEach((cell, value) -> rows.add(cell + "," + value + "\n"));
        Collections.shuffle(rows, random);
        return Cases.HEADER + String.join("", rows);
    }
}
