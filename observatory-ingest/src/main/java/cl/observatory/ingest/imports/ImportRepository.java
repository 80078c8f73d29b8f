package cl.observatory.ingest.imports;

import cl.observatory.ingest.access.Permissions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
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
