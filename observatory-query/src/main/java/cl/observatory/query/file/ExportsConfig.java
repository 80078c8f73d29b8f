package cl.observatory.query.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How much files may take from everybody else. */
@ConfigMapping(prefix = "query.exports")
interface ExportsConfig {

    /** How many connections to the database all files together read by at a time; the others wait for their turn. */
    @WithDefault("4")
    @Min(1)
    int connections();

    /** How long a file may take; a reader who is slower is cut off. */
    @WithDefault("1h")
    Duration longest();
}
