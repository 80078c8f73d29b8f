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
        if (!own.isAll() && findLayers(datasetId).stream().anyMatch(layer -> !own.cover(layer.territories()))) {
            throw new ProblemException(IngestProblem.OTHER_TERRITORIES_ERASED, String.join(", ", territories));
        }
    }

    /** What the current release is made of: the last full one, and the merges since. */
    private List<Import> findLayers(String datasetId) {
        List<?> ids = getEntityManager()
                .createNativeQuery("""
                        with recursive layer (id, update_mode, based_on) as (
                            (select import.id, update_mode, based_on from release join import on import.id = release.id
                             where release.dataset_id = ?1 and withdrawn_at is null
                             order by release.sequence desc limit 1)
                            union all
                            select below.id, below.update_mode, below.based_on
                            from layer join import below on below.id = layer.based_on
                            where layer.update_mode = 'merge')
                        select id from layer
                        """, UUID.class)
                .setParameter(1, datasetId)
                .getResultList();
        return ids.stream().map(id -> findById((UUID) id)).toList();
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
