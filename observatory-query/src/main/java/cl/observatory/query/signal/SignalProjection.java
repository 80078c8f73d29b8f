package cl.observatory.query.signal;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.UnreadableEventException;
import cl.observatory.events.inbox.Inbox;
import cl.observatory.events.outbox.Outbox;
import cl.observatory.events.signal.SignalsClosed;
import cl.observatory.events.signal.SignalsClosed.Commune;
import cl.observatory.events.signal.SignalsVisible;
import cl.observatory.query.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Keeps a closed month as it came, in one transaction with the note that the event was applied and the event that tells of it.
 * The first event of a category and month is the last: another one that says otherwise is refused.
 */
@ApplicationScoped
class SignalProjection {

    private static final String SOURCE = "/observatory-query";

    private static final String MONTH = """
            insert into signal_month (category, month, label_es, label_en, group_code, group_es, group_en, method, epsilon,
                band, closed_on)
            values (:category, :month, :es, :en, :group, :groupEs, :groupEn, :method, :epsilon, :band, :closedOn)
            on conflict (category, month) do nothing
            """;

    private static final String CELL = """
            insert into signal_cell (category, month, commune, at_least) values (:category, :month, :commune, :atLeast)
            """;

    private static final String CELLS =
            "select commune, at_least from signal_cell where category = :category and month = :month";

    private static final String TOLD = """
            select commune from told_signal where category = :category and month = :month order by commune
            """;

    private final Jdbi jdbi;

    SignalProjection(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * @throws UnreadableEventException when the month was closed before with other numbers
     */
    Outcome apply(UUID eventId, SignalsClosed closed) throws SQLException {
        LocalDate month = YearMonth.parse(closed.month()).atDay(1);
        Outcome outcome = jdbi.inTransaction(handle -> {
            if (!Inbox.accept(handle.getConnection(), eventId)) {
                return agrees(handle, closed, month) ? Outcome.DUPLICATE : Outcome.REFUSED;
            }
            if (insert(handle, closed, month)) {
                tell(handle, closed, month);
                return Outcome.APPLIED;
            }
            return agrees(handle, closed, month) ? Outcome.DUPLICATE : Outcome.REFUSED;
        });
        if (outcome == Outcome.REFUSED) {
            throw new UnreadableEventException(
                    closed.category() + " of " + closed.month() + " was closed before with other numbers", null);
        }
        return outcome;
    }

    private static boolean insert(Handle handle, SignalsClosed closed, LocalDate month) {
        int inserted = handle.createUpdate(MONTH)
                .bind("category", closed.category())
                .bind("month", month)
                .bind("es", closed.labels().es())
                .bind("en", closed.labels().en())
                .bind("group", closed.group().code())
                .bind("groupEs", closed.group().labels().es())
                .bind("groupEn", closed.group().labels().en())
                .bind("method", closed.method())
                .bind("epsilon", closed.epsilon())
                .bind("band", closed.band())
                .bind("closedOn", closed.closedOn())
                .execute();
        if (inserted == 1 && !closed.communes().isEmpty()) {
            PreparedBatch cells = handle.prepareBatch(CELL);
            closed.communes()
                    .forEach(commune -> cells.bind("category", closed.category())
                            .bind("month", month)
                            .bind("commune", commune.code())
                            .bind("atLeast", commune.atLeast())
                            .add());
            cells.execute();
        }
        return inserted == 1;
    }

    private static boolean agrees(Handle handle, SignalsClosed closed, LocalDate month) {
        Set<Commune> kept = handle
                .createQuery(CELLS)
                .bind("category", closed.category())
                .bind("month", month)
                .map((row, context) -> new Commune(row.getString("commune"), row.getInt("at_least")))
                .stream()
                .collect(Collectors.toSet());
        return kept.equals(Set.copyOf(closed.communes()));
    }

    private static void tell(Handle handle, SignalsClosed closed, LocalDate month) throws SQLException {
        List<String> communes = handle.createQuery(TOLD)
                .bind("category", closed.category())
                .bind("month", month)
                .mapTo(String.class)
                .list();
        Outbox.addOnce(
                handle.getConnection(),
                Topics.PUBLIC,
                Event.of(
                        eventId(closed.category(), closed.month()),
                        SOURCE,
                        SignalsVisible.TYPE,
                        closed.category(),
                        closed.closedOn().atStartOfDay(ZoneOffset.UTC).toInstant(),
                        new SignalsVisible(closed.category(), closed.month(), closed.closedOn(), communes)));
    }

    /** Computed, so that a rebuild announces nothing twice. */
    static UUID eventId(String category, String month) {
        return UUID.nameUUIDFromBytes(
                String.join(" ", SignalsVisible.TYPE, category, month).getBytes(StandardCharsets.UTF_8));
    }
}
