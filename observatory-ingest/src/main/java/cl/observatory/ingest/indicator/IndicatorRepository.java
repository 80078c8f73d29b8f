package cl.observatory.ingest.indicator;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

@ApplicationScoped
class IndicatorRepository implements PanacheRepositoryBase<Indicator, String> {

    /** Two definitions of one code wait for each other here, so that the second sees the first. */
    void lockCode(String code) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, "indicator " + code)
                .getResultList();
    }

    Optional<Indicator> findLocked(String code) {
        return findByIdOptional(code, LockModeType.PESSIMISTIC_WRITE);
    }
}
