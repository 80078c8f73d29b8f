package cl.observatory.reports.proof;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How much work a proof is. */
@ConfigMapping(prefix = "reports.proof")
public interface ProofConfig {

    /** How many zero bits the digest begins with: 18 is half a second on a telephone. 0 asks for no proof. */
    @WithDefault("18")
    @Min(0)
    @Max(32)
    int bits();
}
