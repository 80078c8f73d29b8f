package cl.observatory.reports.role;

/** What a process may be. */
public enum Role {
    /** Takes reports, and cannot open them. */
    INTAKE,
    /** Opens reports, decides, counts, and tells of closed months. */
    MODERATION,
    /** Brings the database to the version of this program, and ends. */
    MIGRATION
}
