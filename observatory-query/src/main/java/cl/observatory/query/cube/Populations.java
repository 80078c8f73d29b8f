package cl.observatory.query.cube;

import cl.observatory.events.time.Period;
import cl.observatory.query.cube.Cube.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Compares the places that people of a population live in with the places that counted cases come from. */
@ApplicationScoped
public class Populations {

    /** Places of the count within the territories asked for, by its own series. */
    private static final String PLACES = """
            with place as materialized (
                select distinct ref_area from series
                where dataset_id = :count and not derived and dimensions = any (:countDimensions)
                  and ref_area in (select code from ancestry where ancestor = any (:areas)))
            """;

    private static final String HEARD = PLACES + """
            , heard as materialized (
                select ref_area from place
                where exists (
                    select from series counted join cell on series_id = counted.id
                    where dataset_id = :count and not derived and dimensions = any (:countDimensions)
                      and counted.ref_area = place.ref_area
                      and from_release <= :countKey and until_release > :countKey))
            select ancestor, period, sum(value)::bigint as people
            from heard
            join ancestry on ancestry.code = heard.ref_area and ancestor = any (:areas)
            join series people on people.ref_area = heard.ref_area
            join cell on series_id = people.id
            where dataset_id = :people and not derived and dimensions = any (:peopleDimensions)
              and period between :first and :last and from_release <= :peopleKey and until_release > :peopleKey
            group by ancestor, period
            """;

    /** Few places lack people, if any: these are found first, and only then whether cases come from there. */
    private static final String UNKNOWN = PLACES + """
            , known as materialized (
                select people.ref_area, period
                from series people join cell on series_id = people.id
                where dataset_id = :people and not derived and dimensions = any (:peopleDimensions)
                  and people.ref_area in (select ref_area from place)
                  and period between :first and :last and from_release <= :peopleKey and until_release > :peopleKey
                  and value is not null)
            , lacking as materialized (
                select ref_area, day::date as period
                from place cross join generate_series(:first::date, :last::date, interval '1 year') as day
                except
                select ref_area, period from known)
            select distinct ancestor, lacking.period
            from lacking
            join ancestry on ancestry.code = lacking.ref_area and ancestor = any (:areas)
            where exists (
                select from series counted join cell on series_id = counted.id
                where dataset_id = :count and frequency = 'A' and dimensions = any (:countDimensions)
                  and counted.ref_area = lacking.ref_area and cell.period = lacking.period
                  and from_release <= :countKey and until_release > :countKey and value is not null)
            """;

    private final Jdbi jdbi;
    private final RememberedCells remembered;

    Populations(Jdbi jdbi, RememberedCells remembered) {
        this.jdbi = jdbi;
        this.remembered = remembered;
    }

    /**
     * A year of a territory.
     *
     * @param year its first day
     */
    public record Place(String area, LocalDate year) {}

    /** How many of the people live in places that the count has cells of, whenever these are; none are left out. */
    public Map<Place, Long> heard(Slice people, Slice count, Period first, Period last) {
        if (remembered.isOpen()) {
            return remembered.heard(people, count, first, last);
        }
        return jdbi.withHandle(handle -> bind(handle.createQuery(HEARD), people, count, first, last)
                .map((row, context) -> Map.entry(
                        new Place(row.getString("ancestor"), row.getObject("period", LocalDate.class)),
                        row.getLong("people")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Where cases come from places whose people are not known. */
    public Set<Place> unknown(Slice people, Slice count, Period first, Period last) {
        if (remembered.isOpen() && remembered.knowsPeople(people, count, first, last)) {
            return Set.of();
        }
        return jdbi.withHandle(handle -> bind(handle.createQuery(UNKNOWN), people, count, first, last)
                .map((row, context) -> new Place(row.getString("ancestor"), row.getObject("period", LocalDate.class)))
                .set());
    }

    private static Query bind(Query query, Slice people, Slice count, Period first, Period last) {
        return query.bind("people", people.datasetId())
                .bindArray("peopleDimensions", String.class, people.dimensions())
                .bind("peopleKey", people.releaseKey())
                .bind("count", count.datasetId())
                .bindArray("countDimensions", String.class, count.dimensions())
                .bind("countKey", count.releaseKey())
                .bindArray("areas", String.class, people.areas())
                .bind("first", first.start())
                .bind("last", last.start());
    }
}
