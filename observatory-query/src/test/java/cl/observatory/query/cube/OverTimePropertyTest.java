package cl.observatory.query.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.query.Caller;
import cl.observatory.query.Country;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random cubes with holes: what is added up over time when asked is what the stored cells and years say. */
@QuarkusTest
@WithTestResource(Servers.class)
class OverTimePropertyTest {

    private static final String AREAS = "13101,13127,131,13,CL";
    private static final List<String> CODES = List.of("40101", "40102");

    @ParameterizedTest
    @CsvSource({"11,M", "12,M", "13,M", "14,Q"})
    void periodIsTheSumOfThoseWithinItAndAYearsWindowInDecemberIsTheYear(long seed, Frequency frequency) {
        // Given
        Random random = new Random(seed);
        DatasetDefined dataset = Publisher.cases(Publisher.unique("cube"), frequency, "CRIME_CLASS");
        String one = indicator();
        String both = indicator();
        List<Row> rows = rows(random, frequency);
        try (Publisher publisher = new Publisher()) {
            Country.published();
            publisher.define(Publisher.count(one, dataset.id(), CODES.getFirst()));
            publisher.define(Publisher.rate(both, dataset.id(), Country.PEOPLE.id(), CODES.toArray(String[]::new)));

            // When
            publisher.release(dataset, 1, rows);
        }
        Caller.awaitRelease(dataset.id(), 1);
        Caller.awaitFound("/v1/indicators/{code}", one);
        Caller.awaitFound("/v1/indicators/{code}", both);

        // Then
        String about = "seed " + seed + " of " + rows;
        List<Integer> own = numerators(one, frequency);
        for (Frequency longer : List.of(Frequency.Q, Frequency.S, Frequency.A)) {
            assertEquals(added(own, frequency.perYear() / longer.perYear()), numerators(one, longer), about);
        }
        List<Map<String, Object>> years = items(both, Map.of("period", "2023..2024"));
        assertEquals(years, named(items(both, window("M", frequency))), about);
        assertEquals(years, named(items(both, window("Q", Frequency.Q))), about);
        assertEquals(years, named(items(both, window("S", Frequency.S))), about);
    }

    /** A third of the places has no row, and a sixth of the rows no value. */
    private static List<Row> rows(Random random, Frequency frequency) {
        List<Row> rows = new ArrayList<>();
        for (String area : List.of("13101", "13127", "01101")) {
            for (String period : NaiveCube.periods(frequency, 2023, 2)) {
                for (String code : CODES) {
                    if (random.nextInt(3) > 0) {
                        rows.add(CubePropertyTest.row(random, new CubePropertyTest.Place(area, period, code)));
                    }
                }
            }
        }
        return rows;
    }

    /** Neighbours in groups; of none of them there is nothing, which is not zero. */
    private static List<Integer> added(List<Integer> numbers, int each) {
        List<Integer> sums = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i += each) {
            sums.add(numbers.subList(i, i + each).stream()
                    .filter(number -> number != null)
                    .reduce(Integer::sum)
                    .orElse(null));
        }
        return sums;
    }

    private static List<Integer> numerators(String indicator, Frequency frequency) {
        return items(indicator, Map.of("period", "2023..2024", "frequency", frequency.name())).stream()
                .map(item -> (Integer) item.get("numerator"))
                .toList();
    }

    /** A year's length of what is asked by. */
    private static Map<String, String> window(String name, Frequency frequency) {
        return Map.of(
                "period",
                "2023..2024",
                "frequency",
                name.equals("M") ? frequency.name() : name,
                "window",
                Integer.toString(frequency.perYear()));
    }

    /** Those that end with a year, under its name, and what is compared with neighbours left out. */
    private static List<Map<String, Object>> named(List<Map<String, Object>> items) {
        List<Map<String, Object>> ends = new ArrayList<>();
        for (Map<String, Object> item : items) {
            String period = (String) item.get("period");
            if (period.endsWith("-12") || period.endsWith("Q4") || period.endsWith("S2")) {
                item.put("period", period.substring(0, 4));
                ends.add(item);
            }
        }
        return ends;
    }

    private static List<Map<String, Object>> items(String indicator, Map<String, String> question) {
        List<Map<String, Object>> items = Caller.reader()
                .queryParam("territory", AREAS)
                .queryParams(question)
                .get("/v1/indicators/{code}/series", indicator)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        items.forEach(item -> item.remove("change"));
        return items;
    }

    private static String indicator() {
        return Publisher.unique("T").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
