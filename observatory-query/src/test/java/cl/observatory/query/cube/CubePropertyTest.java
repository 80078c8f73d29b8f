package cl.observatory.query.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.TerritoriesPublished.Territory;
import cl.observatory.events.time.Frequency;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random cubes over several releases: whatever is added up, for every release, is what plain adding gives. */
@QuarkusTest
@WithTestResource(Servers.class)
class CubePropertyTest {

    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final int RELEASES = 5;
    static final int FIRST_YEAR = 2022;
    static final int YEARS = 2;
    private static final List<String> COMMUNES = List.of("01101", "01107", "13101", "13127", "13203", "16101", "08101");
    private static final List<String> PRESENT = List.of("A", "A", "A", "P", "E", "B", "U");
    private static final List<String> MISSING = List.of("O", "M", "L");

    record Place(String area, String period, String codes) {}

    @ParameterizedTest
    @CsvSource({
        "1,M,CRIME_CLASS",
        "2,M,CRIME_CLASS SEX",
        "3,Q,CRIME_CLASS",
        "4,A,CRIME_CLASS SEX",
        "5,S,CRIME_CLASS",
        "6,M,CRIME_CLASS"
    })
    void everySumOfEveryReleaseIsThatOfItsCells(long seed, Frequency frequency, String dimensions) {
        // Given
        Random random = new Random(seed);
        DatasetDefined dataset = Publisher.cases(Publisher.unique("cube"), frequency, dimensions.split(" ", -1));
        List<List<Row>> releases =
                releases(random, frequency, dataset.dimensions().size());

        // When
        try (Publisher publisher = new Publisher()) {
            publisher.territories();
            for (int i = 0; i < releases.size(); i++) {
                publisher.release(dataset, i + 1, publishedAt(i), releases.get(i));
            }
        }
        Caller.awaitRelease(dataset.id(), releases.size());

        // Then
        for (int i = 0; i < releases.size(); i++) {
            Map<String, NaiveCube.Answer> expected = new NaiveCube(frequency, releases.get(i)).answers();
            assertEquals(
                    lines(expected),
                    lines(answers(dataset, publishedAt(i))),
                    "seed " + seed + ", release " + (i + 1) + " of " + releases);
        }
    }

    /** Each release is the one before with changes: none, a few or many. */
    private static List<List<Row>> releases(Random random, Frequency frequency, int dimensions) {
        List<Place> places = places(frequency, dimensions);
        Map<Place, Row> cells = new TreeMap<>(Comparator.comparing(Place::toString));
        List<List<Row>> releases = new ArrayList<>();
        for (int i = 0; i < RELEASES; i++) {
            int changes =
                    i == 0 ? places.size() / 2 : List.of(0, 1, 5, places.size()).get(random.nextInt(4));
            for (int change = 0; change < changes; change++) {
                Place place = places.get(random.nextInt(places.size()));
                if (cells.size() > 2 && random.nextInt(4) == 0) {
                    cells.remove(place);
                } else {
                    cells.put(place, row(random, place));
                }
            }
            List<Row> rows = new ArrayList<>(cells.values());
            Collections.shuffle(rows, random);
            releases.add(rows);
        }
        return releases;
    }

    static List<Place> places(Frequency frequency, int dimensions) {
        List<String> codes = dimensions == 1 ? List.of("40101", "40102") : List.of("40101|F", "40101|M", "40102|F");
        List<Place> places = new ArrayList<>();
        for (String area : COMMUNES) {
            for (String period : NaiveCube.periods(frequency, FIRST_YEAR, YEARS)) {
                codes.forEach(code -> places.add(new Place(area, period, code)));
            }
        }
        return places;
    }

    static Row row(Random random, Place place) {
        boolean missing = random.nextInt(6) == 0;
        List<String> statuses = missing ? MISSING : PRESENT;
        return new Row(
                place.area(),
                place.period(),
                place.codes(),
                missing ? null : (long) random.nextInt(50),
                statuses.get(random.nextInt(statuses.size())));
    }

    private static Instant publishedAt(int release) {
        return FIRST.plus(Duration.ofDays(release));
    }

    static Map<String, NaiveCube.Answer> answers(DatasetDefined dataset, Instant asOf) {
        Map<String, NaiveCube.Answer> answers = new TreeMap<>();
        read(answers, dataset, asOf, null);
        if (dataset.frequency() != Frequency.A) {
            read(answers, dataset, asOf, FIRST_YEAR + ".." + (FIRST_YEAR + YEARS));
        }
        return answers;
    }

    /**
     * @param period null for all of the data set's frequency
     */
    private static void read(
            Map<String, NaiveCube.Answer> answers, DatasetDefined dataset, Instant asOf, String period) {
        List<String> areas = Publisher.TERRITORIES.territories().stream()
                .map(Territory::code)
                .toList();
        String cursor = null;
        do {
            Map<String, String> parameters = new TreeMap<>(
                    Map.of("territory", String.join(",", areas), "asOf", asOf.toString(), "limit", "1000"));
            if (period != null) {
                parameters.put("period", period);
            }
            if (cursor != null) {
                parameters.put("cursor", cursor);
            }
            JsonPath answer = Caller.reader()
                    .queryParams(parameters)
                    .get("/v1/datasets/{id}/observations", dataset.id())
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<Map<String, Object>> items = answer.getList("items");
            items.forEach(item -> put(answers, item));
            cursor = answer.getString("page.nextCursor");
        } while (cursor != null);
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, NaiveCube.Answer> answers, Map<String, Object> item) {
        List<String> codes = ((Map<String, Map<String, Object>>) item.get("dimensions"))
                .values().stream().map(code -> (String) code.get("code")).toList();
        Object value = item.get("value");
        NaiveCube.Answer twin = answers.put(
                String.join("|", codes) + " " + ((Map<String, Object>) item.get("territory")).get("code") + " "
                        + item.get("period"),
                new NaiveCube.Answer(
                        value == null ? null : ((Number) value).longValue(),
                        (String) item.get("status"),
                        (int) item.get("monthsCovered"),
                        (int) item.get("cells")));
        assertEquals(null, twin, "a cell stands on two pages");
    }

    static String lines(Map<String, NaiveCube.Answer> answers) {
        StringBuilder lines = new StringBuilder();
        answers.forEach(
                (key, answer) -> lines.append(key).append(" = ").append(answer).append('\n'));
        return lines.toString();
    }
}
