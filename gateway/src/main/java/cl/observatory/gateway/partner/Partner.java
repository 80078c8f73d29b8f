package cl.observatory.gateway.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * Who holds keys.
 *
 * <pre>
 *   created ──▶ suspended  (none of its keys is good)
 *        ◀────────┘
 * </pre>
 */
@Entity
@Table(name = "partner")
class Partner {

    @Id
    private String id;

    private String name;

    private String contact;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "suspended_at")
    private Instant suspendedAt;

    @Column(name = "suspension_reason")
    private String suspensionReason;

    protected Partner() {}

    Partner(NewPartner asked, Instant now) {
        this.id = asked.id();
        this.name = asked.name();
        this.contact = asked.contact();
        this.createdAt = now;
    }

    boolean isSuspended() {
        return suspendedAt != null;
    }

    void suspend(String reason, Instant now) {
        suspendedAt = now;
        suspensionReason = reason;
    }

    void liftSuspension() {
        suspendedAt = null;
        suspensionReason = null;
    }

    PartnerView view() {
        return new PartnerView(id, name, contact, createdAt, isSuspended(), suspendedAt, suspensionReason);
    }
}
