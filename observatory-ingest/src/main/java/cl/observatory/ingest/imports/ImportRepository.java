package cl.observatory.ingest.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ImportRepository implements PanacheRepositoryBase<Import, UUID> {

    Optional<Import> findLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
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
