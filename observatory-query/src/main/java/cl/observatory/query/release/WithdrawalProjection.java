package cl.observatory.query.release;

import cl.observatory.events.inbox.Inbox;
import cl.observatory.events.outbox.Outbox;
import cl.observatory.events.release.ReleaseWithdrawn;
import cl.observatory.query.Outcome;
import cl.observatory.query.alert.RaisedAlerts;
import cl.observatory.query.cube.CellHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes releases back ({@code docs/adr/0011}), in one transaction with the note that the event was applied. What was
 * withdrawn is remembered whether or not the release has come yet.
 */
@ApplicationScoped
class WithdrawalProjection {

    private static final String REMEMBER = """
            insert into withdrawal (release_id, dataset_id, sequence, published_at, withdrawn_at, reason, note)
            values (:id, :dataset, :sequence, :publishedAt, :withdrawnAt, :reason, :note)
            on conflict (release_id) do update
            set reason = excluded.reason, note = excluded.note, withdrawn_at = excluded.withdrawn_at
            where withdrawal.reason = 'ERROR' and excluded.reason = 'DISCLOSURE'
            """;

    private static final String REMOVE =
            "with removed as (delete from release where dataset_id = :dataset and key >= :key returning id) "
                    + "select id from removed";

    /** That they were made stays known, and of which releases; nothing of what they told. */
    private static final String ERASE_CITATIONS = """
            update citation set question = null, sha256 = null, content = null, erased_at = :at
            where content is not null
              and id in (select citation_id from citation_release where release_id in (<releases>))
            """;

    private final Jdbi jdbi;

    WithdrawalProjection(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Outcome apply(UUID eventId, ReleaseWithdrawn withdrawn) throws SQLException {
        return jdbi.inTransaction(handle -> {
            if (!Inbox.accept(handle.getConnection(), eventId)) {
                return Outcome.DUPLICATE;
            }
            RaisedAlerts.takeTurns(handle);
            remember(handle, withdrawn);
            if (withdrawn.discloses()) {
                remove(handle, withdrawn);
            }
            RaisedAlerts.withdraw(handle, withdrawn.releaseId(), withdrawn.reason(), withdrawn.withdrawnAt());
            ReleaseKeys.settle(handle, withdrawn.datasetId());
            return Outcome.APPLIED;
        });
    }

    /** Whether a release was removed for a disclosure, and is not to be taken again. */
    static boolean isRemoved(Handle handle, UUID release) {
        return handle.createQuery(
                        "select exists (select from withdrawal where release_id = :id and reason = 'DISCLOSURE')")
                .bind("id", release)
                .mapTo(Boolean.class)
                .one();
    }

    private static void remember(Handle handle, ReleaseWithdrawn withdrawn) {
        handle.createUpdate(REMEMBER)
                .bind("id", withdrawn.releaseId())
                .bind("dataset", withdrawn.datasetId())
                .bind("sequence", withdrawn.sequence())
                .bind("publishedAt", withdrawn.publishedAt().atOffset(ZoneOffset.UTC))
                .bind("withdrawnAt", withdrawn.withdrawnAt().atOffset(ZoneOffset.UTC))
                .bind("reason", withdrawn.reason())
                .bind("note", withdrawn.note())
                .execute();
    }

    /** Later releases may hold the same cells; they have withdrawals of their own. */
    private static void remove(Handle handle, ReleaseWithdrawn withdrawn) throws SQLException {
        Outbox.takeBack(handle.getConnection(), List.of(ReleaseProjection.eventId(withdrawn.releaseId())));
        Optional<Integer> key = handle.createQuery("select key from release where id = :id")
                .bind("id", withdrawn.releaseId())
                .mapTo(Integer.class)
                .findOne();
        if (key.isPresent()) {
            CellHistory.removeFrom(handle, withdrawn.datasetId(), key.get());
            List<UUID> removed = handle.createQuery(REMOVE)
                    .bind("dataset", withdrawn.datasetId())
                    .bind("key", key.get())
                    .mapTo(UUID.class)
                    .list();
            erase(handle, removed, withdrawn);
        }
        erase(handle, List.of(withdrawn.releaseId()), withdrawn);
    }

    /** Behind the removal, which waits for whoever is citing one of the releases just now. */
    private static void erase(Handle handle, List<UUID> releases, ReleaseWithdrawn withdrawn) {
        if (!releases.isEmpty()) {
            handle.createUpdate(ERASE_CITATIONS)
                    .bindList("releases", releases)
                    .bind("at", withdrawn.withdrawnAt().atOffset(ZoneOffset.UTC))
                    .execute();
        }
    }
}
