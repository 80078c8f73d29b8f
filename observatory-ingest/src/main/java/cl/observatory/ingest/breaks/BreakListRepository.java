package cl.observatory.ingest.breaks;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
class BreakListRepository implements PanacheRepositoryBase<BreakList, BreakList.Key> {

    Optional<BreakList> findLatest(String datasetId) {
        return find("datasetId = ?1 order by version desc", datasetId).firstResultOptional();
    }
}
