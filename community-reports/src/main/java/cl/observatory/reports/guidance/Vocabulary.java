package cl.observatory.reports.guidance;

/** Lists of codes that a report chooses from, besides the categories. */
public enum Vocabulary {
    FREQUENCY,
    TREND,
    AFFECTED_GROUP
}
