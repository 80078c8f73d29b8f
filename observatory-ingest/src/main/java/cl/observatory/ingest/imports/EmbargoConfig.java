package cl.observatory.ingest.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Releases that wait for an instant. */
@ConfigMapping(prefix = "ingest.embargo")
public interface EmbargoConfig {

    /** From one look for embargoes that are over to the next: how late a release may be. */
    @WithDefault("5s")
    @DurationMin(seconds = 1)
    Duration checkEvery();
}
