package cl.observatory.ingest.annotation;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.audit.Action;
import cl.observatory.ingest.audit.Audit;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Annotations with their versions. At most one version of an annotation waits and at most one is shown, which the
 * database holds; so a version leaves its state before another one takes it.
 */
@ApplicationScoped
class AnnotationStore {

    private final AnnotationRepository annotations;
    private final AnnotationVersionRepository versions;
    private final Audit audit;

    AnnotationStore(AnnotationRepository annotations, AnnotationVersionRepository versions, Audit audit) {
        this.annotations = annotations;
        this.versions = versions;
        this.audit = audit;
    }

    /**
     * Records what the caller does with an annotation; after everything else.
     *
     * @param dataset of whose figures it speaks
     */
    void record(Action action, Annotation annotation, String dataset, String reason) {
        audit.record(
                action,
                dataset,
                "annotations/" + annotation.id(),
                reason,
                Map.of("version", Integer.toString(annotation.lastVersion())));
    }

    void add(Annotation annotation, AnnotationVersion first) {
        annotations.persistAndFlush(annotation);
        add(first);
    }

    void add(AnnotationVersion version) {
        versions.persistAndFlush(version);
    }

    /** Ends the version in a state, when there is one. */
    Optional<AnnotationVersion> end(UUID id, AnnotationState state, AnnotationState next) {
        Optional<AnnotationVersion> found = find(id, state);
        found.ifPresent(version -> {
            version.become(next);
            versions.flush();
        });
        return found;
    }

    Optional<AnnotationVersion> find(UUID id, AnnotationState state) {
        return versions.findOnly(id, state);
    }

    Annotation get(UUID id) {
        return annotations.findByIdOptional(id).orElseThrow(() -> unknown(id));
    }

    /** The same, locked until the transaction ends. */
    Annotation lock(UUID id) {
        return annotations.findLocked(id).orElseThrow(() -> unknown(id));
    }

    List<Annotation> pending(int most) {
        return annotations.findPending(most);
    }

    Annotations.Status status(Annotation annotation) {
        return new Annotations.Status(annotation, versions.findAll(annotation.id()));
    }

    private static ProblemException unknown(UUID id) {
        return new ProblemException(IngestProblem.UNKNOWN_ANNOTATION, id);
    }
}
