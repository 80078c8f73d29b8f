package cl.observatory.query.cube;

import cl.observatory.events.time.Period;
import cl.observatory.query.cube.Cube.Reporting;
import cl.observatory.query.cube.Cube.Slice;
import cl.observatory.query.cube.Cube.Sum;
import cl.observatory.query.cube.Members.Member;
import cl.observatory.query.cube.Populations.Place;
import cl.observatory.query.memory.Generation;
import cl.observatory.query.memory.Memory;
import cl.observatory.query.territory.Boundaries;
import cl.observatory.query.time.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * What is small, needed by nearly every answer, and changes with a release only: when series began to report, and the
 * people of a population. It is read for all territories at once, so that other questions find it.
 */
@ApplicationScoped
class RememberedCells {

    /** Of each combination of data set, release and codes; about 20 kB each. */
    private static final int BEGINNINGS = 200;

    /** About 2 MB each for the communes and years of a projection. */
    private static final int POPULATIONS = 4;

    private static final String BEGUN = """
            select ref_area, first_period, valid_to, count(*) as series
            from series
            join territory on territory.code = ref_area
            cross join lateral (
                select period as first_period from told
                where series_id = series.id and from_release <= :key and until_release > :key
                order by period limit 1) begun
            where dataset_id = :dataset and not derived and dimensions = any (:dimensions)
            group by ref_area, first_period, valid_to
            """;

    /** Each as it was sent, null when missing. */
    private static final String PEOPLE = """
            select ref_area, period, sum(value)::bigint as value
            from told
            where dataset_id = :dataset and not derived and dimensions = any (:dimensions)
              and from_release <= :key and until_release > :key
            group by ref_area, period
            """;

    private final Jdbi jdbi;
    private final Periods periods;
    private final Memory<String, Members> members;
    private final Memory<Everywhere, Map<String, List<Begun>>> begun;
    private final Memory<Everywhere, Map<String, Map<LocalDate, Long>>> people;
    private final Memory<Everywhere, Map<String, List<Sum>>> sums;

    RememberedCells(Jdbi jdbi, Periods periods, Generation generation) {
        this.jdbi = jdbi;
        this.periods = periods;
        this.members = new Memory<>(generation, 1);
        this.begun = new Memory<>(generation, BEGINNINGS);
        this.people = new Memory<>(generation, POPULATIONS);
        this.sums = new Memory<>(generation, POPULATIONS);
    }

    /** A slice without its areas. */
    private record Everywhere(String datasetId, int releaseKey, List<String> dimensions) {

        static Everywhere of(Slice slice) {
            return new Everywhere(slice.datasetId(), slice.releaseKey(), slice.dimensions());
        }
    }

    /** Series of a place that began to report at the same time. */
    private record Begun(String place, LocalDate first, LocalDate validTo, int series) {}

    /** Reads the sums of a slice from the store, over all years. */
    @FunctionalInterface
    interface Reading {
        List<Sum> read(Slice slice);
    }

    /** As {@link Cube#reporting} tells. */
    List<Reporting> reporting(Slice slice) {
        Members all = members();
        Map<String, List<Begun>> begun = begun(slice);
        Map<Reporting, Integer> series = new HashMap<>();
        for (String area : Set.copyOf(slice.areas())) {
            for (Member member : all.of(area)) {
                for (Begun each : begun.getOrDefault(member.place(), List.of())) {
                    Reporting since =
                            new Reporting(area, each.first(), each.validTo(), member.from(), member.until(), 0);
                    series.merge(since, each.series(), Integer::sum);
                }
            }
        }
        return series.entrySet().stream()
                .map(since -> since.getKey().of(since.getValue()))
                .toList();
    }

    /** As {@link Populations#heard} tells. */
    Map<Place, Long> heard(Slice peopleSlice, Slice count, Period first, Period last) {
        Members all = members();
        LocalDate today = periods.today();
        Set<String> heard = homes(all, count, today).stream()
                .flatMap(home -> all.forms(home, today).stream())
                .collect(Collectors.toSet());
        Map<String, Map<LocalDate, Long>> people = people(peopleSlice);
        Map<Place, Double> numbers = new HashMap<>();
        for (String area : Set.copyOf(peopleSlice.areas())) {
            for (Member member : all.of(area)) {
                if (heard.contains(member.place())) {
                    people.getOrDefault(member.place(), Map.of()).forEach((year, value) -> {
                        boolean isAsked = !year.isBefore(first.start()) && !year.isAfter(last.start());
                        LocalDate day = peopleSlice.boundaries() == Boundaries.current
                                ? today
                                : year.plusYears(1).minusDays(1);
                        if (isAsked && member.holdsOn(day)) {
                            numbers.merge(
                                    new Place(area, year), value == null ? 0 : value * member.weight(), Double::sum);
                        }
                    });
                }
            }
        }
        Map<Place, Long> rounded = new HashMap<>();
        numbers.forEach((place, number) -> rounded.put(place, Math.round(number)));
        return rounded;
    }

    /** Whether the people of all places that the count has cells of are known in all these years. */
    boolean knowsPeople(Slice peopleSlice, Slice count, Period first, Period last) {
        Members all = members();
        LocalDate today = periods.today();
        Map<String, Map<LocalDate, Long>> people = people(peopleSlice);
        List<LocalDate> years = first.start()
                .datesUntil(last.start().plusDays(1), java.time.Period.ofYears(1))
                .toList();
        return homes(all, count, today).stream().allMatch(home -> {
            List<String> forms = all.forms(home, today);
            return years.stream()
                    .allMatch(year -> forms.stream()
                            .anyMatch(
                                    form -> people.getOrDefault(form, Map.of()).get(year) != null));
        });
    }

    /** Yearly sums of a population. */
    List<Sum> sums(Slice slice, Period first, Period last, Reading reading) {
        Map<String, List<Sum>> all = sums.get(
                Everywhere.of(slice),
                any -> reading.read(slice.of(List.copyOf(members().codes()))).stream()
                        .collect(Collectors.groupingBy(Sum::area)));
        return slice.areas().stream()
                .distinct()
                .flatMap(area -> all.getOrDefault(area, List.of()).stream())
                .filter(sum ->
                        !sum.period().isBefore(first.start()) && !sum.period().isAfter(last.start()))
                .toList();
    }

    /** What the places of a count are in the division of today, of those within the territories asked for. */
    private List<String> homes(Members all, Slice count, LocalDate today) {
        Set<String> begun = begun(count).keySet();
        return all.places(count.areas()).stream()
                .filter(place -> all.forms(place, today).stream().anyMatch(begun::contains))
                .toList();
    }

    /** By place. */
    private Map<String, List<Begun>> begun(Slice slice) {
        return begun.get(
                Everywhere.of(slice),
                any -> jdbi
                        .withHandle(handle -> handle.createQuery(BEGUN)
                                .bind("dataset", slice.datasetId())
                                .bindArray("dimensions", String.class, slice.dimensions())
                                .bind("key", slice.releaseKey())
                                .map((row, context) -> new Begun(
                                        row.getString("ref_area"),
                                        row.getObject("first_period", LocalDate.class),
                                        row.getObject("valid_to", LocalDate.class),
                                        row.getInt("series")))
                                .list())
                        .stream()
                        .collect(Collectors.groupingBy(Begun::place)));
    }

    private Map<String, Map<LocalDate, Long>> people(Slice slice) {
        return people.get(Everywhere.of(slice), any -> {
            Map<String, Map<LocalDate, Long>> known = new HashMap<>();
            jdbi.useHandle(handle -> handle.createQuery(PEOPLE)
                    .bind("dataset", slice.datasetId())
                    .bindArray("dimensions", String.class, slice.dimensions())
                    .bind("key", slice.releaseKey())
                    .map((row, context) -> known.computeIfAbsent(row.getString("ref_area"), place -> new HashMap<>())
                            .put(row.getObject("period", LocalDate.class), row.getObject("value", Long.class)))
                    .list());
            return known;
        });
    }

    private Members members() {
        return members.get("all", any -> Members.read(jdbi));
    }
}
