package cl.observatory.ingest.release;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ReleaseRepository implements PanacheRepositoryBase<Release, UUID> {

    /** This one and all later ones of its data set, newest first. */
    List<Release> from(Release release) {
        return list(
                "datasetId = ?1 and sequence >= ?2 order by sequence desc", release.datasetId(), release.sequence());
    }

    /** The merges that are laid over a release and hold. */
    @SuppressWarnings("unchecked")
    List<UUID> laidOver(UUID id) {
        return getEntityManager()
                .createNativeQuery("""
                        select release.id from release join import on import.id = release.id
                        where based_on = ?1 and update_mode = 'merge' and withdrawn_at is null
                        """, UUID.class)
                .setParameter(1, id)
                .getResultList();
    }
}
