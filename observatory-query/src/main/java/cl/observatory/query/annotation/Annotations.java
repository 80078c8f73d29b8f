package cl.observatory.query.annotation;

import cl.observatory.events.annotation.AnnotationPublished;
import cl.observatory.events.time.Period;
import cl.observatory.query.StoredJson;
import cl.observatory.query.memory.Generation;
import cl.observatory.query.memory.Memory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Annotations that readers see. */
@ApplicationScoped
public class Annotations {

    /** An answer shows as many, those of the latest periods first. */
    private static final int MOST = 500;

    private static final String SHOWN = """
            select definition from (
                select distinct on (id) id, state, first_day, end_day, definition from annotation_state
                where (:anywhere or territory = any (:territories))
                  and (:anything or dataset_id = any (:datasets) or indicator = :indicator)
                  and (:asOf::timestamptz is null or told_at <= :asOf::timestamptz)
                order by id, revision desc) last
            where state = 'PUBLISHED' and first_day < :endDay and end_day > :firstDay
            order by end_day desc, id
            limit :limit offset :offset
            """;

    private static final LocalDate EVER = LocalDate.of(1, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final Jdbi jdbi;
    private final Memory<String, Set<String>> places;

    Annotations(Jdbi jdbi, Generation generation) {
        this.jdbi = jdbi;
        this.places = new Memory<>(generation, 1);
    }

    /**
     * Which figures an answer shows.
     *
     * @param datasets that they come from
     * @param indicator that they are values of, or null
     * @param territories that they are of
     * @param periods that they are of
     * @param asOf null for the present
     */
    public record Figures(
            Collection<String> datasets,
            String indicator,
            Collection<String> territories,
            Collection<Period> periods,
            Instant asOf) {}

    /** What is said beside these figures: it is about their data set or indicator, their territory, and a period of them. */
    public List<AnnotationView> beside(Figures figures, Locale language) {
        Optional<LocalDate> first =
                figures.periods().stream().map(Period::start).min(Comparator.naturalOrder());
        Optional<LocalDate> end =
                figures.periods().stream().map(period -> period.plus(1).start()).max(Comparator.naturalOrder());
        if (first.isEmpty() || Collections.disjoint(places(), figures.territories())) {
            return List.of();
        }
        return find(
                        new Filter(figures.territories(), figures.datasets(), figures.indicator(), figures.asOf()),
                        first.get(),
                        end.get(),
                        new Part(MOST, 0))
                .stream()
                .map(annotation -> AnnotationView.of(annotation, language))
                .toList();
    }

    /** Territories that anything was ever said about: most have none. */
    private Set<String> places() {
        return places.get(
                "all",
                any -> jdbi.withHandle(handle -> handle.createQuery("select distinct territory from annotation_state")
                        .mapTo(String.class)
                        .set()));
    }

    /**
     * Those about a territory, a data set or an indicator; about any of them where it is null.
     *
     * @param offset how many come before
     */
    List<AnnotationPublished> list(String territory, String dataset, String indicator, int limit, int offset) {
        boolean anything = dataset == null && indicator == null;
        Collection<String> datasets = dataset == null ? List.of() : List.of(dataset);
        return find(
                new Filter(territory == null ? null : List.of(territory), anything ? null : datasets, indicator, null),
                EVER,
                NEVER,
                new Part(limit, offset));
    }

    /**
     * @param territories null for all
     * @param datasets null for all, and for all indicators
     */
    private record Filter(
            Collection<String> territories, Collection<String> datasets, String indicator, Instant asOf) {}

    private record Part(int limit, int offset) {}

    private List<AnnotationPublished> find(Filter filter, LocalDate firstDay, LocalDate endDay, Part part) {
        return jdbi.withHandle(handle -> handle.createQuery(SHOWN)
                .bind("anywhere", filter.territories() == null)
                .bindArray("territories", String.class, filter.territories() == null ? List.of() : filter.territories())
                .bind("anything", filter.datasets() == null)
                .bindArray("datasets", String.class, filter.datasets() == null ? List.of() : filter.datasets())
                .bind("indicator", filter.indicator())
                .bind("asOf", filter.asOf() == null ? null : filter.asOf().atOffset(ZoneOffset.UTC))
                .bind("firstDay", firstDay)
                .bind("endDay", endDay)
                .bind("limit", part.limit())
                .bind("offset", part.offset())
                .map((row, context) -> StoredJson.read(row.getString(1), AnnotationPublished.class))
                .list());
    }
}
