package cl.observatory.ingest.release;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** An approved import as its data set's next release. It holds until it is withdrawn. */
@Entity
public class Release {

    @Id
    private UUID id;

    @Column(name = "dataset_id")
    private String datasetId;

    private int sequence;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(name = "withdrawn_by")
    private String withdrawnBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "withdrawal_reason")
    private WithdrawalReason withdrawalReason;

    @Column(name = "withdrawal_note")
    private String withdrawalNote;

    protected Release() {}

    Release(UUID id, String datasetId, int sequence, Instant publishedAt) {
        this.id = id;
        this.datasetId = datasetId;
        this.sequence = sequence;
        this.publishedAt = publishedAt;
    }

    /** Takes it back; for a disclosure also when it had been taken back for an error. */
    void withdraw(WithdrawalReason reason, String note, String principal, Instant at) {
        withdrawalReason = reason;
        withdrawalNote = note;
        withdrawnBy = principal;
        withdrawnAt = at;
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** Whether its rows and its source were removed. */
    public boolean isRemoved() {
        return withdrawalReason == WithdrawalReason.DISCLOSURE;
    }

    public UUID id() {
        return id;
    }

    public String datasetId() {
        return datasetId;
    }

    /** Null for one that holds. */
    public WithdrawalReason withdrawalReason() {
        return withdrawalReason;
    }

    public String withdrawalNote() {
        return withdrawalNote;
    }

    public String withdrawnBy() {
        return withdrawnBy;
    }

    public Instant withdrawnAt() {
        return withdrawnAt;
    }

    public int sequence() {
        return sequence;
    }

    public Instant publishedAt() {
        return publishedAt;
    }
}
