package cl.observatory.query.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.time.Period;
import cl.observatory.query.Country;
import cl.observatory.query.Servers;
import cl.observatory.query.cube.Cube.Reporting;
import cl.observatory.query.cube.Cube.Slice;
import cl.observatory.query.cube.Populations.Place;
import cl.observatory.query.memory.Generation;
import cl.observatory.query.release.Releases;
import cl.observatory.query.territory.Boundaries;
import cl.observatory.query.time.Periods;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is remembered is what the store would tell. */
@QuarkusTest
@WithTestResource(Servers.class)
class RememberedCellsTest {

    private static final String REPORTING = """
            select membership.code as area, first_period, valid_to, from_day, until_day, count(*) as series
            from series
            join membership on member = ref_area and unless_told is null
            join territory on territory.code = ref_area
            join (
                select series_id, min(period) as first_period from cell
                where from_release <= :key and until_release > :key group by series_id) begun on series_id = series.id
            where dataset_id = :dataset and not derived and dimensions = any (:dimensions)
              and membership.code = any (:areas)
            group by membership.code, first_period, valid_to, from_day, until_day
            """;

    private static final String HEARD = """
            with home as (
                select code, member from membership
                where same_level and unless_told is null and from_day <= current_date and until_day > current_date)
            select membership.code as area, period, round(sum(value * coalesce(weight, 1)))::bigint as people
            from series people
            join cell on series_id = people.id
            join membership on member = people.ref_area and membership.code = any (:areas) and unless_told is null
            where dataset_id = :people and not derived and dimensions = ''
              and period between :first and :last and from_release <= :peopleKey and until_release > :peopleKey
              and {division}
              and exists (
                  select from home here
                  join home told on told.code = here.code
                  join series counted on counted.ref_area = told.member
                  join cell its on its.series_id = counted.id
                  where here.member = people.ref_area and counted.dataset_id = :count and not counted.derived
                    and counted.dimensions = any (:countDimensions)
                    and its.from_release <= :countKey and its.until_release > :countKey)
            group by membership.code, period
            """;

    @Inject
    Jdbi jdbi;

    @Inject
    Periods periods;

    @Inject
    Releases releases;

    private RememberedCells remembered;

    /** Territories and years of a question. */
    record Asked(List<String> areas, int first, int last, Boundaries boundaries) {

        Asked(List<String> areas, int first, int last) {
            this(areas, first, last, Boundaries.current);
        }
    }

    @BeforeEach
    void publish() {
        Country.published();
        Generation told = new Generation();
        told.begin();
        remembered = new RememberedCells(jdbi, periods, told);
    }

    static Stream<Asked> questions() {
        return Stream.of(
                new Asked(List.of("13101"), 2015, 2026),
                new Asked(List.of("13203", "13127", "13"), 2022, 2024),
                new Asked(List.of("CL"), 2010, 2030),
                new Asked(List.of("08102", "081", "08", "99"), 2024, 2024),
                new Asked(List.of("08401", "16101", "CL", "01", "011"), 2015, 2015),
                new Asked(List.of("08401", "16101", "16", "08", "CL"), 2014, 2024, Boundaries.asWas));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void placesBeganToReportAsTheStoreTells(Asked asked) {
        for (Slice slice : List.of(people(asked), cases(asked))) {
            for (int time = 0; time < 2; time++) {
                assertEquals(reportingInTheStore(slice), new HashSet<>(remembered.reporting(slice)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void peopleWhoAreHeardOfAreThoseOfTheStore(Asked asked) {
        for (int time = 0; time < 2; time++) {
            assertEquals(
                    heardInTheStore(asked), remembered.heard(people(asked), cases(asked), first(asked), last(asked)));
        }
    }

    @Test
    void peopleAreKnownWhereNoPlaceWithCasesLacksThem() {
        Asked known = new Asked(List.of("13101"), 2023, 2026);
        Asked lacking = new Asked(List.of("13101"), 2014, 2015);

        assertTrue(remembered.knowsPeople(people(known), cases(known), first(known), last(known)));
        assertFalse(remembered.knowsPeople(people(lacking), cases(lacking), first(lacking), last(lacking)));
    }

    private Set<Reporting> reportingInTheStore(Slice slice) {
        return jdbi.withHandle(handle -> handle.createQuery(REPORTING)
                .bind("dataset", slice.datasetId())
                .bindArray("dimensions", String.class, slice.dimensions())
                .bindArray("areas", String.class, slice.areas())
                .bind("key", slice.releaseKey())
                .map((row, context) -> new Reporting(
                        row.getString("area"),
                        row.getObject("first_period", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class),
                        row.getInt("series")))
                .set());
    }

    private Map<Place, Long> heardInTheStore(Asked asked) {
        Slice people = people(asked);
        Slice count = cases(asked);
        String division = asked.boundaries().condition("membership", "((cell.period + interval '1 year')::date - 1)");
        return jdbi.withHandle(handle -> handle.createQuery(HEARD.replace("{division}", division))
                .bind("people", people.datasetId())
                .bind("peopleKey", people.releaseKey())
                .bind("count", count.datasetId())
                .bindArray("countDimensions", String.class, count.dimensions())
                .bind("countKey", count.releaseKey())
                .bindArray("areas", String.class, people.areas())
                .bind("first", first(asked).start())
                .bind("last", last(asked).start())
                .map((row, context) -> Map.entry(
                        new Place(row.getString("area"), row.getObject("period", LocalDate.class)),
                        row.getLong("people")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Slice people(Asked asked) {
        return new Slice(Country.PEOPLE, key(Country.PEOPLE.id()), List.of(""), asked.areas(), asked.boundaries());
    }

    private Slice cases(Asked asked) {
        return new Slice(
                Country.CASES, key(Country.CASES.id()), List.of("40101", "40102"), asked.areas(), asked.boundaries());
    }

    private int key(String dataset) {
        return releases.find(dataset, null).orElseThrow().key();
    }

    private static Period first(Asked asked) {
        return Period.ofYear(asked.first());
    }

    private static Period last(Asked asked) {
        return Period.ofYear(asked.last());
    }
}
