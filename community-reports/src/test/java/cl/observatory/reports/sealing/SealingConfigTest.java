package cl.observatory.reports.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.reports.Configuration;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealingConfigTest {

    @Test
    void theKeyHasNoDefault() {
        SealingConfig config = Configuration.of(Map.of()).getConfigMapping(SealingConfig.class);

        assertEquals(Optional.empty(), config.verificationKey());
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        SealingConfig config = Configuration.ofEnvironment(
                        Map.of("REPORTS_SEALING_VERIFICATION_KEY", "/run/epochs.pub.pem"))
                .getConfigMapping(SealingConfig.class);

        assertEquals(Optional.of(Path.of("/run/epochs.pub.pem")), config.verificationKey());
    }
}
