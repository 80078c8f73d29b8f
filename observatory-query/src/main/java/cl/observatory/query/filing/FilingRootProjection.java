package cl.observatory.query.filing;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.UnreadableEventException;
import cl.observatory.events.filing.FilingRootPublished;
import cl.observatory.events.filing.FilingRootSigned;
import cl.observatory.events.inbox.Inbox;
import cl.observatory.events.outbox.Outbox;
import cl.observatory.query.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Passes a root on in one transaction with the note that the event was applied. The first root of a number is the last:
 * another one is not passed on, but refused.
 */
@ApplicationScoped
public class FilingRootProjection {

    private static final String SOURCE = "/observatory-query";

    private final Jdbi jdbi;

    FilingRootProjection(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * @throws UnreadableEventException when there was another root of that number before
     */
    public Outcome apply(UUID eventId, FilingRootSigned root) throws SQLException {
        Outcome outcome = jdbi.inTransaction(handle -> {
            boolean accepted = Inbox.accept(handle.getConnection(), eventId);
            if (accepted && isFirst(handle, root)) {
                tell(handle, root);
                return Outcome.APPLIED;
            }
            return agrees(handle, root) ? Outcome.DUPLICATE : Outcome.REFUSED;
        });
        if (outcome == Outcome.REFUSED) {
            throw new UnreadableEventException("there was another root of number " + root.number() + " before", null);
        }
        return outcome;
    }

    private static boolean isFirst(Handle handle, FilingRootSigned root) {
        return handle.createUpdate("""
                        insert into filing_root (number, root, signature) values (:number, :root, :signature)
                        on conflict (number) do nothing
                        """)
                        .bind("number", root.number())
                        .bind("root", root.root())
                        .bind("signature", root.signature())
                        .execute()
                == 1;
    }

    private static boolean agrees(Handle handle, FilingRootSigned root) {
        return handle.createQuery("""
                        select exists (
                            select from filing_root
                            where number = :number and root = :root and signature = :signature)
                        """)
                .bind("number", root.number())
                .bind("root", root.root())
                .bind("signature", root.signature())
                .mapTo(Boolean.class)
                .one();
    }

    private static void tell(Handle handle, FilingRootSigned root) throws SQLException {
        Outbox.addOnce(
                handle.getConnection(),
                Topics.PUBLIC,
                Event.of(
                        eventId(root.number()),
                        SOURCE,
                        FilingRootPublished.TYPE,
                        FilingRootPublished.SUBJECT,
                        root.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                        new FilingRootPublished(
                                root.number(),
                                root.day(),
                                root.leaves(),
                                root.root(),
                                root.before(),
                                root.publicKey(),
                                root.signature())));
    }

    /** Computed, so that a rebuild announces nothing twice. */
    static UUID eventId(int number) {
        return UUID.nameUUIDFromBytes((FilingRootPublished.TYPE + " " + number).getBytes(StandardCharsets.UTF_8));
    }
}
