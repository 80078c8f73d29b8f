package cl.observatory.reports.lane;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How reports are told apart before they are opened. */
@ConfigMapping(prefix = "reports.lane")
public interface LaneConfig {

    /** File with the key that lanes are named by, for the roles intake and moderation: 32 random bytes in base64. */
    Optional<Path> key();

    /**
     * Groups of regions, joined by {@code +}; each has to have at least 100,000 people. Aysén hardly has as many, and so
     * is not told from Magallanes.
     */
    @WithDefault("15,01,02,03,04,05,13,06,07,16,08,09,14,10,11+12")
    List<String> groups();
}
