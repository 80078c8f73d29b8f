package cl.observatory.ingest.source;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

@ApplicationScoped
class SourceRepository implements PanacheRepositoryBase<Source, String> {

    /** Two definitions of one id wait for each other here, so that the second sees the first. */
    void lockId(String id) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, "source " + id)
                .getResultList();
    }

    Optional<Source> findLocked(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
