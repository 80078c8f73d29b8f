package cl.observatory.ingest.check;

import cl.observatory.ingest.audit.Action;
import cl.observatory.ingest.audit.Audit;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class CheckPlanRepository implements PanacheRepositoryBase<CheckPlan, CheckPlan.Key> {

    private final Audit audit;

    CheckPlanRepository(Audit audit) {
        this.audit = audit;
    }

    /** Stores a version and records who did. */
    void store(CheckPlan plan, String datasetId) {
        persistAndFlush(plan);
        audit.record(
                Action.RULES_CHANGED,
                datasetId,
                "datasets/" + datasetId + "/checks",
                null,
                Map.of("version", Long.toString(plan.version())));
    }

    Optional<CheckPlan> findLatest(String datasetId) {
        return find("datasetId = ?1 order by version desc", datasetId).firstResultOptional();
    }
}
