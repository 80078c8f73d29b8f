package cl.observatory.ingest.disclosure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
class PlanRepository implements PanacheRepositoryBase<StoredPlan, String> {

    void add(StoredTable table) {
        getEntityManager().persist(table);
    }

    Optional<StoredTable> findTable(String datasetId) {
        return Optional.ofNullable(getEntityManager().find(StoredTable.class, datasetId));
    }
}
