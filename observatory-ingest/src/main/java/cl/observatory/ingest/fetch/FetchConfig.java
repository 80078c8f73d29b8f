package cl.observatory.ingest.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** From where files may be fetched, and how long that may take. */
@ConfigMapping(prefix = "ingest.fetch")
public interface FetchConfig {

    /**
     * Hosts, each as {@link AllowedHost} reads it; nothing is fetched when there are none.
     */
    Optional<List<String>> allowedHosts();

    /** Longest time until a host takes a connection. */
    @WithDefault("10s")
    @DurationMin(millis = 1)
    Duration connectTimeout();

    /** Longest time in which nothing arrives, before the answer begins and within it. */
    @WithDefault("30s")
    @DurationMin(millis = 1)
    Duration readTimeout();

    /** Longest time that a file may take as a whole. */
    @WithDefault("30m")
    @DurationMin(millis = 1)
    Duration timeout();
}
