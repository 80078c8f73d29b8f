package cl.observatory.reports.guidance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.reports.Configuration;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuidanceConfigTest {

    @Test
    void packedGuidanceIsTheDefault() {
        assertEquals(
                Optional.empty(),
                Configuration.of(Map.of())
                        .getConfigMapping(GuidanceConfig.class)
                        .file());
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        assertEquals(
                Optional.of(Path.of("/etc/guidance.json")),
                Configuration.ofEnvironment(Map.of("REPORTS_GUIDANCE_FILE", "/etc/guidance.json"))
                        .getConfigMapping(GuidanceConfig.class)
                        .file());
    }
}
