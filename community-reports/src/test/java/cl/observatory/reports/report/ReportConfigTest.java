package cl.observatory.reports.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.reports.Configuration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportConfigTest {

    @Test
    void everythingHasADefault() {
        ReportConfig config = Configuration.of(Map.of()).getConfigMapping(ReportConfig.class);

        assertEquals(64, config.maxConcurrent());
        assertEquals(20, config.maxAdditions());
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        ReportConfig config = Configuration.ofEnvironment(
                        Map.of("REPORTS_REPORT_MAX_CONCURRENT", "2", "REPORTS_REPORT_MAX_ADDITIONS", "3"))
                .getConfigMapping(ReportConfig.class);

        assertEquals(2, config.maxConcurrent());
        assertEquals(3, config.maxAdditions());
    }
}
