package cl.observatory.query.annotation;

import cl.observatory.events.UnreadableEventException;
import cl.observatory.events.annotation.AnnotationPublished;
import cl.observatory.events.inbox.Inbox;
import cl.observatory.events.time.Period;
import cl.observatory.query.Outcome;
import cl.observatory.query.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Stores every state of an annotation under its revision, in one transaction with the note that the event was applied;
 * readers look for the highest revision, so the order of arrival does not matter.
 */
@ApplicationScoped
public class AnnotationProjection {

    private final Jdbi jdbi;

    AnnotationProjection(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * @throws UnreadableEventException when it speaks of no period
     */
    public Outcome apply(UUID eventId, AnnotationPublished annotation) throws SQLException {
        Period first = period(annotation.periodFrom());
        Period last = period(annotation.periodTo());
        return jdbi.inTransaction(handle -> {
            if (!Inbox.accept(handle.getConnection(), eventId)) {
                return Outcome.DUPLICATE;
            }
            handle.createUpdate("""
                            insert into annotation_state
                                (id, revision, state, dataset_id, indicator, territory, first_day, end_day, told_at,
                                 definition)
                            values (:id, :revision, :state, :dataset, :indicator, :territory, :firstDay, :endDay,
                                    :toldAt, :definition::jsonb)
                            on conflict (id, revision) do nothing
                            """)
                    .bind("id", annotation.id())
                    .bind("revision", annotation.revision())
                    .bind("state", annotation.state())
                    .bind("dataset", annotation.dataset())
                    .bind("indicator", annotation.indicator())
                    .bind("territory", annotation.territory())
                    .bind("firstDay", first.start())
                    .bind("endDay", last.plus(1).start())
                    .bind("toldAt", annotation.at().atOffset(ZoneOffset.UTC))
                    .bind("definition", StoredJson.write(annotation))
                    .execute();
            return Outcome.APPLIED;
        });
    }

    private static Period period(String text) {
        return Period.parse(text).orElseThrow(() -> new UnreadableEventException("no period: " + text, null));
    }
}
