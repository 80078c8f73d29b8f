package cl.observatory.ingest.annotation;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** One wording of an annotation. What it says never changes; its state goes as {@link AnnotationState} draws it. */
@Entity
@Table(name = "annotation_version")
@IdClass(AnnotationVersion.Key.class)
public class AnnotationVersion {

    @Id
    @Column(name = "annotation_id")
    private UUID annotationId;

    @Id
    private int version;

    @Enumerated(EnumType.STRING)
    private NewAnnotation.Kind kind;

    @Column(name = "text_es")
    private String textEs;

    @Column(name = "text_en")
    private String textEn;

    private String reference;

    @Enumerated(EnumType.STRING)
    private AnnotationState state;

    @Column(name = "submitted_by")
    private String submittedBy;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decision_note")
    private String decisionNote;

    protected AnnotationVersion() {}

    AnnotationVersion(UUID annotationId, int version, NewAnnotation.Wording said, String principal, Instant at) {
        this.annotationId = annotationId;
        this.version = version;
        this.kind = said.kind();
        this.textEs = said.text().es();
        this.textEn = said.text().en();
        this.reference = said.reference();
        this.state = AnnotationState.PENDING;
        this.submittedBy = principal;
        this.submittedAt = at;
    }

    /** What tells one version of an annotation from every other. */
    public record Key(UUID annotationId, int version) implements Serializable {}

    /**
     * @throws ProblemException when the version is not where it could go there from
     */
    void become(AnnotationState next) {
        if (!state.mayBecome(next)) {
            throw new ProblemException(IngestProblem.ANNOTATION_STATE, state, next);
        }
        state = next;
    }

    /**
     * Records what somebody else decided.
     *
     * @throws ProblemException when nothing is to be decided, or by the one who wrote it
     */
    void decide(AnnotationState decision, String principal, String note, Instant at) {
        if (principal.equals(submittedBy)) {
            throw new ProblemException(IngestProblem.SAME_ORGANIZATION);
        }
        become(decision);
        decidedBy = principal;
        decidedAt = at;
        decisionNote = note;
    }

    int version() {
        return version;
    }

    NewAnnotation.Kind kind() {
        return kind;
    }

    String textEs() {
        return textEs;
    }

    String textEn() {
        return textEn;
    }

    String reference() {
        return reference;
    }

    AnnotationState state() {
        return state;
    }

    String submittedBy() {
        return submittedBy;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    String decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    String decisionNote() {
        return decisionNote;
    }
}
