package cl.observatory.reports.custody;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where private keys are kept. Only moderation has any of it, and does not start without. */
@ConfigMapping(prefix = "reports.custody")
public interface CustodyConfig {

    /** Ways to keep keys. */
    enum Kind {
        /** As files in the folder. */
        FILES,
        /** As files in the folder, encrypted by keys of Vault's or OpenBao's transit engine, one for each week. */
        TRANSIT
    }

    @WithDefault("FILES")
    Kind kind();

    /** A folder that nobody else may enter, on storage of which there are no backups. */
    Optional<Path> folder();

    /** The Ed25519 private key in PEM with which public keys are signed. */
    Optional<Path> signingKey();

    /** How often it is looked whether keys are to be made or destroyed. */
    @WithDefault("1h")
    Duration every();

    Transit transit();

    /** A transit secrets engine. */
    interface Transit {

        /** Of the server, without path. */
        Optional<URI> address();

        /** The path at which the engine is mounted. */
        @WithDefault("transit")
        String mount();

        /** What the names of its keys begin with; the number of the week follows. */
        @WithDefault("reports-epoch-")
        String prefix();

        /** A file with the token; it is read again for each request, since agents renew it. */
        Optional<Path> tokenFile();

        /** How long a request may take. */
        @WithDefault("10s")
        Duration timeout();
    }
}
