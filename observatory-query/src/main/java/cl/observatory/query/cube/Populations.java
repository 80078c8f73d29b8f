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

    private static final String HEARD = """
            select ancestor, cell.period, sum(value)::bigint as people
            from series people
            join ancestry on ancestry.code = people.ref_area
            join cell on cell.series_id = people.id
            where people.dataset_id = :people and not people.derived and people.dimensions = any (:peopleDimensions)
              and ancestor = any (:areas) and cell.period between :first and :last
              and from_release <= :peopleKey and until_release > :peopleKey
              and exists (
                select from series counted
                where counted.dataset_id = :count and not counted.derived and counted.ref_area = people.ref_area
                  and counted.dimensions = any (:countDimensions)
                  and exists (
                    select from cell
                    where series_id = counted.id and from_release <= :countKey and until_release > :countKey))
            group by ancestor, cell.period
            """;

    /** By the years of the count, which are cells of their own. */
    private static final String UNKNOWN = """
            select distinct ancestor, counted_cell.period
            from series counted
            join ancestry on ancestry.code = counted.ref_area
            join cell counted_cell on counted_cell.series_id = counted.id
            where counted.dataset_id = :count and counted.frequency = 'A' and counted.dimensions = any (:countDimensions)
              and counted.level = (
                select level from series where dataset_id = :count and not derived limit 1)
              and ancestor = any (:areas) and counted_cell.period between :first and :last
              and counted_cell.from_release <= :countKey and counted_cell.until_release > :countKey
              and counted_cell.value is not null
              and not exists (
                select from series people join cell on cell.series_id = people.id
                where people.dataset_id = :people and not people.derived and people.ref_area = counted.ref_area
                  and people.dimensions = any (:peopleDimensions) and cell.period = counted_cell.period
                  and cell.from_release <= :peopleKey and cell.until_release > :peopleKey and cell.value is not null)
            """;

    private final Jdbi jdbi;

    Populations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A year of a territory.
     *
     * @param year its first day
     */
    public record Place(String area, LocalDate year) {}

    /** How many of the people live in places that the count has cells of, whenever these are; none are left out. */
    public Map<Place, Long> heard(Slice people, Slice count, Period first, Period last) {
        return jdbi.withHandle(handle -> bind(handle.createQuery(HEARD), people, count, first, last)
                .map((row, context) -> Map.entry(
                        new Place(row.getString("ancestor"), row.getObject("period", LocalDate.class)),
                        row.getLong("people")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Where cases come from places whose people are not known. */
    public Set<Place> unknown(Slice people, Slice count, Period first, Period last) {
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
