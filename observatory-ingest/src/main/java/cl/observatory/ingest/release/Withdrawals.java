package cl.observatory.ingest.release;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.outbox.Outbox;
import cl.observatory.events.release.ReleaseWithdrawn;
import cl.observatory.ingest.IngestEvents;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.audit.Action;
import cl.observatory.ingest.audit.Audit;
import cl.observatory.ingest.dataset.Datasets;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Takes releases back ({@code docs/adr/0011}). A withdrawal and the event that tells of it share one transaction; a
 * disclosure removes what this service keeps of the release in the same one. The same withdrawal twice is one.
 */
@ApplicationScoped
public class Withdrawals {

    /**
     * What this service keeps of a release's rows, in the order in which it can go, behind a note of the events that the
     * topics are still to be rid of.
     */
    private static final List<String> REMOVALS = List.of(
            "insert into removed_event (event_id) select event_id from release_batch where release_id = ? on conflict do nothing",
            "insert into removed_event (event_id) values (?) on conflict do nothing",
            "delete from outbox where id in (select event_id from release_batch where release_id = ?)",
            "delete from outbox where id = ?",
            "delete from release_batch where release_id = ?",
            "delete from import_source where import_id in (select import_id from masked_table where id = ?)",
            "delete from import_rejected where import_id in (select import_id from masked_table where id = ?)",
            "update import set changes = null, conflicts = '[]' where id in (select import_id from masked_table where id = ?)",
            "delete from import_source where import_id = ?",
            "delete from import_rejected where import_id = ?",
            "update import set changes = null, conflicts = '[]' where id = ?",
            "update import set changes = null where based_on = ?");

    private final ReleaseRepository repository;
    private final Releases releases;
    private final Datasets datasets;
    private final Audit audit;
    private final DataSource dataSource;
    private final Clock clock;

    Withdrawals(
            ReleaseRepository repository,
            Releases releases,
            Datasets datasets,
            Audit audit,
            DataSource dataSource,
            Clock clock) {
        this.repository = repository;
        this.releases = releases;
        this.datasets = datasets;
        this.audit = audit;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * A release that no longer holds.
     *
     * @param later those after it that were removed, newest first
     */
    public record Withdrawn(Release release, List<Release> later) {}

    /**
     * @throws ProblemException when there is no such release, the caller may not speak for its data set, it was removed and is now said to be wrong, or a merge that
     *     holds is laid over it
     */
    @Transactional
    public Withdrawn withdraw(UUID id, WithdrawalReason reason, String note, String principal) throws SQLException {
        Release release = repository
                .findByIdOptional(id)
                .orElseThrow(() -> new ProblemException(IngestProblem.UNKNOWN_RELEASE, id));
        datasets.checkOwn(release.datasetId());
        releases.lock(release.datasetId());
        EntityManager entities = repository.getEntityManager();
        entities.refresh(release);
        List<Release> affected = reason == WithdrawalReason.DISCLOSURE ? repository.from(release) : List.of(release);
        if (release.withdrawalReason() != reason) {
            requirePossible(release, reason);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            for (Release each : affected) {
                if (each.withdrawalReason() != reason) {
                    each.withdraw(reason, note, principal, now);
                    tell(each);
                    audit.record(
                            Action.RELEASE_WITHDRAWN,
                            each.datasetId(),
                            "releases/" + each.id(),
                            note,
                            Map.of("reason", reason.name()));
                }
            }
            entities.flush();
        }
        return new Withdrawn(
                release,
                affected.stream()
                        .filter(each -> each.sequence() > release.sequence())
                        .toList());
    }

    private void requirePossible(Release release, WithdrawalReason reason) {
        if (release.isRemoved()) {
            throw new ProblemException(IngestProblem.RELEASE_REMOVED, release.id());
        }
        if (reason == WithdrawalReason.ERROR) {
            List<UUID> above = repository.laidOver(release.id());
            if (!above.isEmpty()) {
                throw new ProblemException(IngestProblem.RELEASE_BUILT_UPON, above.getFirst());
            }
        }
    }

    private void tell(Release release) throws SQLException {
        boolean removed = release.isRemoved();
        try (Connection connection = dataSource.getConnection()) {
            if (removed) {
                remove(connection, release.id());
            }
            Outbox.add(
                    connection,
                    Topics.RELEASES,
                    Event.of(
                            eventId(release),
                            IngestEvents.SOURCE,
                            ReleaseWithdrawn.TYPE,
                            release.datasetId(),
                            release.withdrawnAt(),
                            new ReleaseWithdrawn(
                                    release.id(),
                                    release.datasetId(),
                                    release.sequence(),
                                    release.publishedAt(),
                                    release.withdrawnAt(),
                                    release.withdrawalReason().name(),
                                    removed ? null : release.withdrawalNote())));
        }
    }

    private static void remove(Connection connection, UUID id) throws SQLException {
        for (String removal : REMOVALS) {
            try (PreparedStatement statement = connection.prepareStatement(removal)) {
                statement.setObject(1, id);
                statement.executeUpdate();
            }
        }
    }

    private static UUID eventId(Release release) {
        return UUID.nameUUIDFromBytes((ReleaseWithdrawn.TYPE + " " + release.id() + " " + release.withdrawalReason())
                .getBytes(StandardCharsets.UTF_8));
    }
}
