package cl.observatory.reports.sealing;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Which public keys are believed. */
@ConfigMapping(prefix = "reports.sealing")
public interface SealingConfig {

    /** The Ed25519 public key of whoever makes the weekly keys, in PEM; no process that seals starts without it. */
    Optional<Path> verificationKey();
}
