package cl.observatory.ingest.imports;

import cl.observatory.events.reference.SourceObserved;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.check.CheckReport;
import cl.observatory.ingest.conflict.Conflicts;
import cl.observatory.ingest.release.Content;
import cl.observatory.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A file that was taken, and what a second person decided about it. States as in {@link ImportState}; the release that
 * it becomes bears its id.
 */
@Entity
@Table(name = "import")
public class Import {

    /** What a second person can say. */
    @Schema(name = "ImportDecisionKind")
    public enum Decision {
        APPROVE,
        REJECT
    }

    private static final int COLUMNS_NOTED = 200;

    /**
     * Who decides.
     *
     * @param organization that the principal is bound to, or null
     */
    record Approver(String principal, String organization) {}

    @Id
    private UUID id;

    @Column(name = "dataset_id")
    private String datasetId;

    @Column(name = "profile_name")
    private String profileName;

    @Column(name = "profile_version")
    private int profileVersion;

    @Column(name = "release_status")
    private String releaseStatus;

    @Column(name = "change_note")
    private String changeNote;

    @Column(name = "retrieved_at")
    private Instant retrievedAt;

    @Column(name = "territories_version")
    private String territoriesVersion;

    @Column(name = "submitted_by")
    private String submittedBy;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    /** Whom the sender was bound to, or null. */
    private String organization;

    /** Whose figures the sender was bound to, or null. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] territories;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Column(name = "source_bytes")
    private long sourceBytes;

    @Column(name = "source_sha256")
    private String sourceSha256;

    @Column(name = "fetched_from")
    private String fetchedFrom;

    @Column(name = "rows_received")
    private long rowsReceived;

    @Column(name = "rows_accepted")
    private long rowsAccepted;

    @Column(name = "rows_dropped")
    private long rowsDropped;

    @Column(name = "cells_filled")
    private long cellsFilled;

    @Column(name = "source_encoding")
    private String sourceEncoding;

    @Embedded
    private ReleaseToBe release;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Conflicts.Group> conflicts = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private CheckReport checks;

    @Enumerated(EnumType.STRING)
    private Decision decision;

    @Column(name = "decided_by")
    private String decidedBy;

    /** Whom the one who decided was bound to, or null. */
    @Column(name = "decided_for")
    private String decidedFor;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "embargo_until")
    private Instant embargoUntil;

    @Column(name = "stale_at")
    private Instant staleAt;

    @Column(name = "decision_note")
    private String decisionNote;

    protected Import() {}

    Import(UUID id, NewImport asked, int profileVersion, String territoriesVersion, Instant submittedAt) {
        this.id = id;
        this.datasetId = asked.datasetId();
        this.profileName = asked.profile();
        this.profileVersion = profileVersion;
        this.releaseStatus = asked.status().name();
        this.release = new ReleaseToBe(asked.update());
        this.embargoUntil = asked.embargoUntil();
        this.changeNote = asked.changeNote();
        this.retrievedAt = asked.retrievedAt();
        this.territoriesVersion = territoriesVersion;
        this.submittedBy = asked.principal();
        this.submittedAt = submittedAt;
        this.organization = asked.bindings().organization().orElse(null);
        this.territories = asked.bindings().territories().isAll()
                ? null
                : asked.bindings().territories().codes().toArray(String[]::new);
    }

    /**
     * @param address that the file is fetched from, null when it is sent
     */
    void fetchedFrom(String address) {
        fetchedFrom = address;
    }

    /**
     * @param idempotencyKey chosen by the caller, or null
     */
    void received(ReadFile file, String idempotencyKey) {
        this.idempotencyKey = idempotencyKey;
        sourceBytes = file.bytes();
        sourceSha256 = file.sha256();
        rowsReceived = file.rows().received();
        rowsAccepted = file.rows().accepted();
        rowsDropped = file.rows().dropped();
        cellsFilled = file.rows().filled();
        sourceEncoding = file.encoding();
        conflicts = file.conflicts();
        release = new ReleaseToBe(release.asked(), file.release());
    }

    void checked(CheckReport report) {
        checks = report;
    }

    /**
     * Records the decision of a second person.
     *
     * @throws ProblemException when it was decided before, or by the one who sent the file, or is to be approved
     *     although a check found errors
     */
    void decide(Decision decision, Approver approver, String note, Instant at) {
        if (this.decision != null) {
            throw new ProblemException(IngestProblem.IMPORT_ALREADY_DECIDED, this.decision);
        }
        if (approver.principal().equals(submittedBy)) {
            throw new ProblemException(IngestProblem.SAME_PRINCIPAL);
        }
        if (decision == Decision.APPROVE && checks != null) {
            checks.requireNoErrors();
        }
        this.decision = decision;
        decidedBy = approver.principal();
        decidedFor = approver.organization();
        decidedAt = at;
        decisionNote = note;
    }

    /** It was approved, but what it was compared with did not hold until its embargo was over. */
    void goStale(Instant at) {
        staleAt = at;
    }

    boolean isStale() {
        return staleAt != null;
    }

    /** Whether the same request, for the same organization, would have made this import. */
    boolean isOf(NewImport asked, String sha256) {
        return datasetId.equals(asked.datasetId())
                && profileName.equals(asked.profile())
                && releaseStatus.equals(asked.status().name())
                && release.asked() == asked.update()
                && Objects.equals(embargoUntil, asked.embargoUntil())
                && Objects.equals(changeNote, asked.changeNote())
                && Objects.equals(organization, asked.bindings().organization().orElse(null))
                && territories().equals(asked.bindings().territories().codes())
                && sourceSha256.equals(sha256);
    }

    Content content() {
        return new Content(
                id,
                releaseStatus,
                changeNote,
                release.update(),
                release.basedOn(),
                release.rowsSent().orElse(rowsAccepted),
                release.batches(),
                release.whole(rowsAccepted),
                sourceSha256,
                profileName,
                profileVersion,
                retrievedAt,
                territoriesVersion);
    }

    /**
     * What the register of sources notes of it.
     *
     * @param columns in the header of the file
     */
    SourceObserved.Delivery delivery(List<String> columns) {
        return new SourceObserved.Delivery(
                submittedAt,
                retrievedAt,
                sourceSha256,
                sourceBytes,
                profileVersion,
                columns.stream().limit(COLUMNS_NOTED).toList(),
                release.firstPeriod(),
                release.lastPeriod());
    }

    public UUID id() {
        return id;
    }

    public String datasetId() {
        return datasetId;
    }

    public String profileName() {
        return profileName;
    }

    public int profileVersion() {
        return profileVersion;
    }

    public String releaseStatus() {
        return releaseStatus;
    }

    public String submittedBy() {
        return submittedBy;
    }

    /** Whom the sender was bound to, or null. */
    String organization() {
        return organization;
    }

    /** Whose figures alone it can hold; none at all stands for the whole country. */
    List<String> territories() {
        return territories == null ? List.of() : List.of(territories);
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public long sourceBytes() {
        return sourceBytes;
    }

    public String sourceSha256() {
        return sourceSha256;
    }

    public String fetchedFrom() {
        return fetchedFrom;
    }

    public long rowsReceived() {
        return rowsReceived;
    }

    public long rowsAccepted() {
        return rowsAccepted;
    }

    long rowsDropped() {
        return rowsDropped;
    }

    long cellsFilled() {
        return cellsFilled;
    }

    String sourceEncoding() {
        return sourceEncoding;
    }

    public int batches() {
        return release.batches();
    }

    public String checksum() {
        return release.checksum();
    }

    ReleaseToBe release() {
        return release;
    }

    public String firstPeriod() {
        return release.firstPeriod();
    }

    public String lastPeriod() {
        return release.lastPeriod();
    }

    List<Conflicts.Group> conflicts() {
        return conflicts;
    }

    /** Null for an import of the time before there were checks. */
    CheckReport checks() {
        return checks;
    }

    /** Null without an embargo. */
    Instant embargoUntil() {
        return embargoUntil;
    }

    Decision decision() {
        return decision;
    }

    String decidedBy() {
        return decidedBy;
    }

    String decidedFor() {
        return decidedFor;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    String decisionNote() {
        return decisionNote;
    }
}
