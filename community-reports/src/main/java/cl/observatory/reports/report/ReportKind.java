package cl.observatory.reports.report;

/** What kind of thing a report is; recommendations, concerns and achievements of organizations are contributions. */
public enum ReportKind {
    /** A sign of risk. */
    OBSERVATION
}
