package cl.observatory.reports.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** Bounds of what is taken. */
@ConfigMapping(prefix = "reports.report")
public interface ReportConfig {

    /** Requests that are worked on at once; more are asked to come again. */
    @WithDefault("64")
    @Min(1)
    int maxConcurrent();

    /** How often a reporter may add to one report. */
    @WithDefault("20")
    @Min(1)
    int maxAdditions();
}
