package cl.observatory.ingest.check;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
class CheckPlanRepository implements PanacheRepositoryBase<CheckPlan, CheckPlan.Key> {

    Optional<CheckPlan> findLatest(String datasetId) {
        return find("datasetId = ?1 order by version desc", datasetId).firstResultOptional();
    }
}
