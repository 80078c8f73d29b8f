package cl.observatory.reports.witness;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** With what roots are signed. */
@ConfigMapping(prefix = "reports.filing")
public interface FilingConfig {

    /**
     * A file with an Ed25519 private key in PEM, which only moderation has and does not start without. Another one begins
     * with the next root, which names it.
     */
    Optional<Path> signingKey();
}
