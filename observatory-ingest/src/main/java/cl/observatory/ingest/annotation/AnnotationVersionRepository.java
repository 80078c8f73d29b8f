package cl.observatory.ingest.annotation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class AnnotationVersionRepository implements PanacheRepositoryBase<AnnotationVersion, AnnotationVersion.Key> {

    /** All versions of an annotation, the oldest first. */
    List<AnnotationVersion> findAll(UUID annotationId) {
        return list("annotationId = ?1 order by version", annotationId);
    }

    /** The only version in that state. */
    Optional<AnnotationVersion> findOnly(UUID annotationId, AnnotationState state) {
        return find("annotationId = ?1 and state = ?2", annotationId, state).firstResultOptional();
    }
}
