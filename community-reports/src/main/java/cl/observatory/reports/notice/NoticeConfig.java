package cl.observatory.reports.notice;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Which privacy notice is shown. */
@ConfigMapping(prefix = "reports.notice")
public interface NoticeConfig {

    /** A file in the place of the one that is packed, with all versions that were ever shown. */
    Optional<Path> file();
}
