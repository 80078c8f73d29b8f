package cl.observatory.ingest.annotation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class AnnotationRepository implements PanacheRepositoryBase<Annotation, UUID> {

    Optional<Annotation> findLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those with a version that waits, the oldest first. */
    List<Annotation> findPending(int most) {
        return getEntityManager()
                .createQuery("""
                        select annotation from Annotation annotation, AnnotationVersion version
                        where version.annotationId = annotation.id and version.state = ?1
                        order by version.submittedAt, annotation.id
                        """, Annotation.class)
                .setParameter(1, AnnotationState.PENDING)
                .setMaxResults(most)
                .getResultList();
    }
}
