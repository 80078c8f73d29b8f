package cl.observatory.ingest.alias;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
class AliasTableRepository implements PanacheRepositoryBase<AliasTable, AliasTable.Key> {

    Optional<AliasTable> findLatest(String name) {
        return find("name = ?1 order by version desc", name).firstResultOptional();
    }

    /** Two that store versions of one table wait for each other. */
    void lockName(String name) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 1))")
                .setParameter(1, name)
                .getResultList();
    }
}
