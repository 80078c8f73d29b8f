package cl.observatory.ingest.annotation;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.annotation.AnnotationPublished;
import cl.observatory.events.outbox.Outbox;
import cl.observatory.ingest.IngestEvents;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.access.Permissions;
import cl.observatory.ingest.audit.Action;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What organizations say beside figures of their own territories. A text is shown once somebody of another organization
 * has said so; the change and the event that tells of it share one transaction.
 */
@ApplicationScoped
class Annotations {

    private static final int MOST_PENDING = 1000;

    private final AnnotationStore store;
    private final AnnotationCheck check;
    private final Permissions permissions;
    private final DataSource dataSource;
    private final Clock clock;

    Annotations(
            AnnotationStore store, AnnotationCheck check, Permissions permissions, DataSource dataSource, Clock clock) {
        this.store = store;
        this.check = check;
        this.permissions = permissions;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** An annotation with all its versions, the oldest first. */
    record Status(Annotation annotation, List<AnnotationVersion> versions) {}

    /**
     * Takes a new annotation; it waits for somebody of another organization.
     *
     * @throws ProblemException when the caller may not speak for the territory, or speaks of what does not exist
     */
    @Transactional
    Status submit(NewAnnotation asked) {
        String organization = organization();
        permissions.checkTerritories(List.of(asked.territory()));
        check.check(asked);
        Annotation annotation = new Annotation(UUID.randomUUID(), asked, organization);
        store.add(annotation, version(annotation, 1, asked.wording()));
        store.record(Action.ANNOTATION_SUBMITTED, annotation, check.dataset(annotation), null);
        return store.status(annotation);
    }

    /**
     * Takes another wording, which waits in its turn; what is shown stays until the new one is.
     *
     * @param expectedVersion the last one that the caller saw
     * @throws ProblemException when it is not the caller's organization that speaks, or another version came meanwhile
     */
    @Transactional
    Status reword(UUID id, NewAnnotation.Wording asked, long expectedVersion) {
        Annotation annotation = own(id);
        if (expectedVersion != annotation.lastVersion()) {
            throw new ProblemException(IngestProblem.VERSION_STALE, Integer.toString(annotation.lastVersion()));
        }
        store.end(id, AnnotationState.PENDING, AnnotationState.REPLACED);
        store.add(version(annotation, annotation.nextVersion(), asked));
        store.record(Action.ANNOTATION_SUBMITTED, annotation, check.dataset(annotation), null);
        return store.status(annotation);
    }

    /**
     * Shows the version that waits, in place of the one that was shown; or ends it.
     *
     * @throws ProblemException when nothing waits, or the caller is of the organization that wrote it
     */
    @Transactional
    Status moderate(UUID id, NewModeration asked) throws SQLException {
        Annotation annotation = store.lock(id);
        String dataset = check.dataset(annotation);
        permissions.checkDataset(dataset);
        if (isOfCaller(annotation)) {
            throw new ProblemException(IngestProblem.SAME_ORGANIZATION);
        }
        AnnotationVersion waiting = store.find(id, AnnotationState.PENDING)
                .orElseThrow(() -> new ProblemException(IngestProblem.ANNOTATION_NOT_PENDING));
        Instant now = now();
        switch (asked.decision()) {
            case REJECT -> waiting.decide(AnnotationState.REJECTED, permissions.principal(), asked.note(), now);
            case PUBLISH -> {
                store.end(id, AnnotationState.PUBLISHED, AnnotationState.REPLACED);
                waiting.decide(AnnotationState.PUBLISHED, permissions.principal(), asked.note(), now);
                tell(annotation, waiting, AnnotationPublished.PUBLISHED, now);
            }
        }
        boolean published = asked.decision() == NewModeration.Decision.PUBLISH;
        store.record(
                published ? Action.ANNOTATION_PUBLISHED : Action.ANNOTATION_REJECTED,
                annotation,
                dataset,
                asked.note());
        return store.status(annotation);
    }

    /**
     * Takes back what is shown, and what waits.
     *
     * @throws ProblemException when it is not the caller's organization that spoke, or there is nothing to take back
     */
    @Transactional
    Status withdraw(UUID id) throws SQLException {
        Annotation annotation = own(id);
        boolean waited = store.end(id, AnnotationState.PENDING, AnnotationState.WITHDRAWN)
                .isPresent();
        var shown = store.end(id, AnnotationState.PUBLISHED, AnnotationState.WITHDRAWN);
        if (shown.isPresent()) {
            tell(annotation, shown.get(), AnnotationPublished.WITHDRAWN, now());
        } else if (!waited) {
            throw new ProblemException(IngestProblem.ANNOTATION_OVER);
        }
        store.record(Action.ANNOTATION_WITHDRAWN, annotation, check.dataset(annotation), null);
        return store.status(annotation);
    }

    /**
     * @throws ProblemException when there is none, or the caller may not know of it
     */
    @Transactional
    Status get(UUID id) {
        Annotation annotation = store.get(id);
        if (!maySee(annotation)) {
            throw new ProblemException(IngestProblem.UNKNOWN_ANNOTATION, id);
        }
        return store.status(annotation);
    }

    /** What waits for a decision that the caller may take, the oldest first. */
    @Transactional
    List<Status> pending() {
        return store.pending(MOST_PENDING).stream()
                .filter(this::maySee)
                .map(store::status)
                .toList();
    }

    private boolean isOfCaller(Annotation annotation) {
        return permissions
                .bindings()
                .organization()
                .filter(annotation.organization()::equals)
                .isPresent();
    }

    private boolean maySee(Annotation annotation) {
        return isOfCaller(annotation) || permissions.maySee(check.dataset(annotation), annotation.organization());
    }

    private Annotation own(UUID id) {
        String organization = organization();
        Annotation annotation = store.lock(id);
        if (!annotation.organization().equals(organization)) {
            throw new ProblemException(IngestProblem.ANNOTATION_OF_OTHERS);
        }
        permissions.checkTerritories(List.of(annotation.territory()));
        return annotation;
    }

    private String organization() {
        return permissions
                .bindings()
                .organization()
                .orElseThrow(() -> new ProblemException(IngestProblem.ORGANIZATION_MISSING));
    }

    private AnnotationVersion version(Annotation annotation, int version, NewAnnotation.Wording said) {
        return new AnnotationVersion(annotation.id(), version, said, permissions.principal(), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void tell(Annotation annotation, AnnotationVersion version, String state, Instant at) throws SQLException {
        AnnotationPublished told = new AnnotationPublished(
                annotation.id(),
                annotation.nextRevision(),
                version.version(),
                state,
                version.kind().name(),
                annotation.datasetId(),
                annotation.indicatorCode(),
                annotation.territory(),
                annotation.periodFrom(),
                annotation.periodTo(),
                annotation.organization(),
                new AnnotationPublished.Text(version.textEs(), version.textEn()),
                version.reference(),
                at);
        try (Connection connection = dataSource.getConnection()) {
            Outbox.add(
                    connection,
                    Topics.REFERENCE,
                    Event.of(
                            UUID.randomUUID(),
                            IngestEvents.SOURCE,
                            AnnotationPublished.TYPE,
                            annotation.id().toString(),
                            at,
                            told));
        }
    }
}
