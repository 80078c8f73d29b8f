package cl.observatory.query.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.query.Country;
import cl.observatory.query.Servers;
import cl.observatory.query.cube.Cube.Slice;
import cl.observatory.query.memory.Generation;
import cl.observatory.query.release.Releases;
import cl.observatory.query.territory.Boundaries;
import cl.observatory.query.time.Periods;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    @Inject
    Jdbi jdbi;

    @Inject
    CarriedSums carriedSums;

    @Inject
    Periods periods;

    @Inject
    Releases releases;

    private RememberedCells closed;
    private RememberedCells open;

    /** Territories and years of a question. */
    record Asked(List<String> areas, int first, int last, Boundaries boundaries) {

        Asked(List<String> areas, int first, int last) {
            this(areas, first, last, Boundaries.current);
        }
    }

    @BeforeEach
    void publish() {
        Country.published();
        closed = new RememberedCells(jdbi, periods, new Generation());
        Generation told = new Generation();
        told.begin();
        open = new RememberedCells(jdbi, periods, told);
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
    void sumsOfPeopleAreThoseOfTheStore(Asked asked) {
        Slice people = people(asked);

        assertEquals(
                Set.copyOf(cube(closed).sums(people, Frequency.A, first(asked), last(asked))),
                Set.copyOf(cube(open).sums(people, Frequency.A, first(asked), last(asked))));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void placesBeganToReportAsTheStoreTells(Asked asked) {
        for (Slice slice : List.of(people(asked), cases(asked))) {
            assertEquals(
                    new HashSet<>(cube(closed).reporting(slice)),
                    new HashSet<>(cube(open).reporting(slice)));
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void peopleWhoAreHeardOfAreThoseOfTheStore(Asked asked) {
        assertEquals(
                new Populations(jdbi, closed).heard(people(asked), cases(asked), first(asked), last(asked)),
                new Populations(jdbi, open).heard(people(asked), cases(asked), first(asked), last(asked)));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void peopleWhoAreNotKnownAreThoseOfTheStore(Asked asked) {
        assertEquals(
                new Populations(jdbi, closed).unknown(people(asked), cases(asked), first(asked), last(asked)),
                new Populations(jdbi, open).unknown(people(asked), cases(asked), first(asked), last(asked)));
    }

    @Test
    void storeIsAskedForUnknownPeopleOnlyWhereSomeAreMissing() {
        Asked known = new Asked(List.of("13101"), 2023, 2026);
        Asked lacking = new Asked(List.of("13101"), 2014, 2015);

        assertTrue(open.knowsPeople(people(known), cases(known), first(known), last(known)));
        assertFalse(open.knowsPeople(people(lacking), cases(lacking), first(lacking), last(lacking)));
    }

    private Cube cube(RememberedCells remembered) {
        return new Cube(jdbi, carriedSums, remembered);
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
