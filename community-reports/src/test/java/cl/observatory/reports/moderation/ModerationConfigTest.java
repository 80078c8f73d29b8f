package cl.observatory.reports.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.reports.Configuration;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModerationConfigTest {

    @Test
    void boundsHaveDefaults() {
        ModerationConfig config = Configuration.of(Map.of()).getConfigMapping(ModerationConfig.class);

        assertEquals(60, config.openingsPerHour());
        assertEquals(300, config.openingsPerDay());
        assertEquals(Period.ofDays(30), config.answerWithin());
        assertEquals("0 30 3 * * ?", config.daily());
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        ModerationConfig config = Configuration.ofEnvironment(Map.of(
                        "REPORTS_MODERATION_OPENINGS_PER_HOUR", "1",
                        "REPORTS_MODERATION_OPENINGS_PER_DAY", "2",
                        "REPORTS_MODERATION_ANSWER_WITHIN", "P40D",
                        "REPORTS_MODERATION_DAILY", "off"))
                .getConfigMapping(ModerationConfig.class);

        assertEquals(1, config.openingsPerHour());
        assertEquals(2, config.openingsPerDay());
        assertEquals(Period.ofDays(40), config.answerWithin());
        assertEquals("off", config.daily());
    }
}
