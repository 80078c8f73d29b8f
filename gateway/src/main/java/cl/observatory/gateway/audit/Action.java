package cl.observatory.gateway.audit;

/** What was done. The names are stored and hashed, and so never change. */
public enum Action {
    PARTNER_CREATED,
    PARTNER_SUSPENDED,
    SUSPENSION_LIFTED,
    KEY_ISSUED,
    KEY_ROTATED,
    KEY_REVOKED
}
