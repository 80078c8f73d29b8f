package cl.observatory.query.cube;

import cl.observatory.events.time.Period;
import cl.observatory.query.cube.Cube.Slice;
import cl.observatory.query.cube.Cube.Stretch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Compares the places that counted cases come from with those of what they are divided by: where the people of a
 * population live, or where the other side of a share comes from.
 */
@ApplicationScoped
public class Populations {

    /** What every place is in the division of today. */
    private static final String HOME = """
            with home as materialized (
                select code, member from membership
                where same_level and unless_told is null and from_day <= current_date and until_day > current_date)
            """;

    /**
     * Places of the count within the territories asked for, by its own series, in the division of today: the count and the
     * people may stand under the codes of different ones.
     */
    private static final String PLACES = HOME + """
            , place as materialized (
                select distinct home.code as place from series join home on home.member = ref_area
                where dataset_id = :count and not derived and dimensions = any (:countDimensions)
                  and home.code in (select member from membership where code = any (:areas)))
            """;

    /** Few places lack people, if any: these are found first, and only then whether cases come from there. */
    private static final String UNKNOWN = PLACES + """
            , known as materialized (
                select home.code as place, period
                from told join home on home.member = ref_area
                where dataset_id = :people and not derived and dimensions = any (:peopleDimensions)
                  and home.code in (select place from place)
                  and period between :first and :last and from_release <= :peopleKey and until_release > :peopleKey
                  and value is not null)
            , lacking as materialized (
                select place, day::date as period
                from place cross join generate_series(:first::date, :last::date, interval '1 year') as day
                except
                select place, period from known)
            select distinct membership.code as area, lacking.period
            from lacking
            join membership on member = lacking.place and membership.code = any (:areas) and {division}
            where exists (
                select from home
                join told on ref_area = home.member
                where home.code = lacking.place and dataset_id = :count and frequency = 'A'
                  and dimensions = any (:countDimensions) and told.period = lacking.period
                  and from_release <= :countKey and until_release > :countKey and value is not null)
            """;

    private static final String LAST_DAY = "((lacking.period + interval '1 year')::date - 1)";

    /** Where one of two sums has a value and the other has none, and the territories that hold such a place. */
    private static final String UNEQUAL = HOME + """
            , one_side as materialized (
                select distinct home.code as place, made
                from told join home on home.member = ref_area
            """ + Stretch.MADE + """
                where dataset_id = :people and frequency = :source::"char" and level = :level
                  and dimensions = any (:peopleDimensions) and told.period between :firstCell and :lastCell
                  and home.code in (select member from membership where code = any (:areas))
                  and from_release <= :peopleKey and until_release > :peopleKey and value is not null)
            , other_side as materialized (
                select distinct home.code as place, made
                from told join home on home.member = ref_area
            """ + Stretch.MADE + """
                where dataset_id = :count and frequency = :source::"char" and level = :level
                  and dimensions = any (:countDimensions) and told.period between :firstCell and :lastCell
                  and home.code in (select member from membership where code = any (:areas))
                  and from_release <= :countKey and until_release > :countKey and value is not null)
            , lacking as (
                (select * from one_side except select * from other_side)
                union all
                (select * from other_side except select * from one_side))
            select distinct membership.code as area, made as period
            from lacking join membership on member = place and membership.code = any (:areas)
            where made between :first and :last and {division}
            """;

    private final Jdbi jdbi;
    private final RememberedCells remembered;

    Populations(Jdbi jdbi, RememberedCells remembered) {
        this.jdbi = jdbi;
        this.remembered = remembered;
    }

    /**
     * A period of a territory, a year where people are meant.
     *
     * @param period its first day
     */
    public record Place(String area, LocalDate period) {}

    /** How many of the people live in places that the count has cells of, whenever these are; none are left out. */
    public Map<Place, Long> heard(Slice people, Slice count, Period first, Period last) {
        return remembered.heard(people, count, first, last);
    }

    /** Where cases come from places whose people are not known. */
    public Set<Place> unknown(Slice people, Slice count, Period first, Period last) {
        if (remembered.knowsPeople(people, count, first, last)) {
            return Set.of();
        }
        String sql = UNKNOWN.replace("{division}", people.boundaries().condition("membership", LAST_DAY));
        return jdbi.withHandle(handle -> bind(handle.createQuery(sql), people, count, first, last)
                .map((row, context) -> new Place(row.getString("area"), row.getObject("period", LocalDate.class)))
                .set());
    }

    /**
     * Where the two sides of a share come from different places, of the territories that are made of several.
     *
     * @param whole of a data set of the same level
     */
    public Set<Place> unequal(Slice whole, Slice part, Stretch stretch, Period first, Period last) {
        String level = whole.dataset().level();
        if (whole.areas().stream().map(Levels::of).allMatch(level::equals)) {
            return Set.of();
        }
        String sql = UNEQUAL.replace("{division}", whole.boundaries().condition("membership", Stretch.LAST_DAY));
        return jdbi.withHandle(handle -> stretch.bind(
                        bind(handle.createQuery(sql), whole, part, first, last), first, last)
                .bind("level", level)
                .bind("source", stretch.source().name())
                .map((row, context) -> new Place(row.getString("area"), row.getObject("period", LocalDate.class)))
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
