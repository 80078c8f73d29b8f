package cl.observatory.reports.signal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;

/** How counts are noised. Only moderation has the key, and does not start without. */
@ConfigMapping(prefix = "reports.signal")
public interface SignalConfig {

    /** A file with 32 random bytes in base64, from which all noise is drawn. Whoever has it can take the noise away again. */
    Optional<Path> key();

    /**
     * How far one report may change the odds of what is told of its month, as a natural logarithm. The ledger keeps what each
     * closed month spent; another value holds for the months that are closed from then on.
     */
    @WithDefault("1.0")
    @DecimalMin("0.01")
    @DecimalMax("3")
    BigDecimal epsilon();
}
