package cl.observatory.ingest.masking;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class MaskedTableRepository implements PanacheRepositoryBase<MaskedTable, UUID> {

    List<MaskedTable> of(UUID importId) {
        return list("importId = ?1 order by datasetId", importId);
    }
}
