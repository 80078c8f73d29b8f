package cl.observatory.ingest.imports;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.access.OwnTerritories;
import cl.observatory.ingest.access.Permissions;
import cl.observatory.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ImportRepository implements PanacheRepositoryBase<Import, UUID> {

    private final Permissions permissions;

    ImportRepository(Permissions permissions) {
        this.permissions = permissions;
    }

    /** An import of which the caller may know; one that is not for the caller is as absent as none. */
    Optional<Import> findForCaller(UUID id) {
        return findByIdOptional(id).filter(this::isForCaller);
    }

    /** The same, its row locked until the transaction ends. */
    Optional<Import> lockForCaller(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(this::isForCaller);
    }

    private boolean isForCaller(Import taken) {
        return permissions.maySee(taken.datasetId(), taken.organization());
    }

    /**
     * A release takes the place of the one before. One of a sender who is bound to territories may do so only where the
     * one before holds nothing else: where its sender was bound within them.
     *
     * @throws ProblemException when figures of other territories would be erased
     */
    void checkErasesNothing(String datasetId, List<String> territories) {
        OwnTerritories own = permissions.territoriesOf(territories);
        Optional<Import> current = own.isAll() ? Optional.empty() : findCurrent(datasetId);
        if (current.filter(before -> !own.cover(before.territories())).isPresent()) {
            throw new ProblemException(IngestProblem.OTHER_TERRITORIES_ERASED, String.join(", ", territories));
        }
    }

    private Optional<Import> findCurrent(String datasetId) {
        return find(
                        "datasetId = ?1 and id in (select r.id from Release r where r.datasetId = ?1 and r.sequence = "
                                + "(select max(s.sequence) from Release s where s.datasetId = ?1))",
                        datasetId)
                .firstResultOptional();
    }

    /** An approved import whose embargo is over, locked; none that somebody else holds. */
    Optional<Import> findDue(Instant now) {
        List<?> ids = getEntityManager()
                .createNativeQuery("""
                        select id from import
                        where decision = 'APPROVE' and embargo_until <= ?1 and stale_at is null
                          and not exists (select from release where release.id = import.id)
                        order by embargo_until limit 1 for update skip locked
                        """, UUID.class)
                .setParameter(1, now)
                .getResultList();
        return ids.stream().map(id -> findById((UUID) id)).findFirst();
    }

    /** The approved import of a data set that waits for the end of its embargo. */
    Optional<Import> findUnderEmbargo(String datasetId) {
        List<?> ids = getEntityManager()
                .createNativeQuery("""
                        select id from import
                        where dataset_id = ?1 and decision = 'APPROVE' and embargo_until is not null and stale_at is null
                          and not exists (select from release where release.id = import.id)
                        """, UUID.class)
                .setParameter(1, datasetId)
                .getResultList();
        return ids.stream().map(id -> findById((UUID) id)).findFirst();
    }

    Optional<Import> findByIdempotencyKey(String principal, String key) {
        return find("submittedBy = ?1 and idempotencyKey = ?2", principal, key).firstResultOptional();
    }

    /** The data set's newest import that was neither rejected nor withdrawn, but for the given one. */
    Optional<Import> findNewest(String datasetId, UUID except) {
        return find("""
                        datasetId = ?1 and id <> ?2 and (decision is null or decision <> ?3)
                        and id not in (select r.id from Release r where r.datasetId = ?1 and r.withdrawnAt is not null)
                        order by submittedAt desc
                        """, datasetId, except, Import.Decision.REJECT).firstResultOptional();
    }
}
