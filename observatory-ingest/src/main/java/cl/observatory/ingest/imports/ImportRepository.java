package cl.observatory.ingest.imports;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.access.OwnTerritories;
import cl.observatory.ingest.access.Permissions;
import cl.observatory.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
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

    /** Nobody publishes in the data set until this transaction ends. */
    void lockDataset(String datasetId) {
        getEntityManager()
                .createNativeQuery("select 1 from dataset where id = ?1 for update")
                .setParameter(1, datasetId)
                .getResultList();
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

    Optional<Import> findByIdempotencyKey(String principal, String key) {
        return find("submittedBy = ?1 and idempotencyKey = ?2", principal, key).firstResultOptional();
    }

    /** The data set's newest import that was not rejected, but for the given one. */
    Optional<Import> findNewest(String datasetId, UUID except) {
        return find(
                        "datasetId = ?1 and id <> ?2 and (decision is null or decision <> ?3) order by submittedAt desc",
                        datasetId,
                        except,
                        Import.Decision.REJECT)
                .firstResultOptional();
    }
}
