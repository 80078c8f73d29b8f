package cl.observatory.ingest.publication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long the outbox keeps what it sent. */
@ConfigMapping(prefix = "ingest.outbox")
public interface OutboxConfig {

    /** For looking into what was sent; whoever needs an event again has it from the broker, or has it sent anew. */
    @WithDefault("7d")
    @DurationMin(hours = 1)
    Duration retention();

    /** From the end of one clearance to the next. */
    @WithDefault("1h")
    @DurationMin(seconds = 1)
    Duration clearEvery();
}
