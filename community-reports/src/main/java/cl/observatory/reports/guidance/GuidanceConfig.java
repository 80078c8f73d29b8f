package cl.observatory.reports.guidance;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Whose guidance is told. */
@ConfigMapping(prefix = "reports.guidance")
public interface GuidanceConfig {

    /** A file in the place of the one that is packed, for a deployer who verified its numbers. */
    Optional<Path> file();
}
