package cl.observatory.ingest.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was done. The names are stored and hashed, and so never change. */
@Schema(name = "AuditAction")
public enum Action {
    DATASET_DEFINED,
    APPROVAL_POLICY_CHANGED,
    PROFILE_DEFINED,
    INDICATOR_DEFINED,
    IMPORT_SUBMITTED,
    IMPORT_APPROVED,
    IMPORT_REJECTED,
    RELEASE_WITHDRAWN,
    RULES_CHANGED,
    BREAKS_CHANGED,
    ALIASES_DEFINED,
    SOURCE_DEFINED,
    ALERT_RULE_DEFINED,
    ANNOTATION_SUBMITTED,
    ANNOTATION_PUBLISHED,
    ANNOTATION_REJECTED,
    ANNOTATION_WITHDRAWN,
    BOUNDARIES_PUBLISHED
}
