package cl.observatory.reports.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.reports.Configuration;
import io.smallrye.config.ConfigValidationException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalConfigTest {

    @Test
    void oneReportChangesOddsByTheFactorEUnlessSomethingElseIsSaid() {
        SignalConfig config = Configuration.of(Map.of()).getConfigMapping(SignalConfig.class);

        assertEquals(new BigDecimal("1.0"), config.epsilon());
        assertEquals(Optional.empty(), config.key());
    }

    @Test
    void everythingCanBeSetByVariables() {
        SignalConfig config = Configuration.ofEnvironment(
                        Map.of("REPORTS_SIGNAL_EPSILON", "0.3", "REPORTS_SIGNAL_KEY", "/run/secrets/signal"))
                .getConfigMapping(SignalConfig.class);

        assertEquals(new BigDecimal("0.3"), config.epsilon());
        assertEquals(Optional.of(Path.of("/run/secrets/signal")), config.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"much", "1,0"})
    void epsilonIsANumber(String epsilon) {
        assertThrows(
                ConfigValidationException.class, () -> Configuration.of(Map.of("reports.signal.epsilon", epsilon)));
    }
}
