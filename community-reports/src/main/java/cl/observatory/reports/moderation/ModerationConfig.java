package cl.observatory.reports.moderation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Period;

/** Bounds of what staff do, and when the daily work is done. */
@ConfigMapping(prefix = "reports.moderation")
public interface ModerationConfig {

    /** How many reports one person may open within any hour, in one process. */
    @WithDefault("60")
    @Min(1)
    int openingsPerHour();

    /** How many reports one person may open in a day, in all processes together. */
    @WithDefault("300")
    @Min(1)
    int openingsPerDay();

    /** How long a reporter has to answer a question at least; it ends with a week. */
    @WithDefault("P30D")
    Period answerWithin();

    /** When the dates of reports are kept, as a cron expression of the scheduler. */
    @WithDefault("0 30 3 * * ?")
    String daily();
}
