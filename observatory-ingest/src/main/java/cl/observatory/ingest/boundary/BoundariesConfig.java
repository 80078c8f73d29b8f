package cl.observatory.ingest.boundary;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Bounds of a file of boundaries, which is held in memory whole while it is simplified. */
@ConfigMapping(prefix = "ingest.boundaries")
public interface BoundariesConfig {

    /** Largest file, as it is sent, and once it is unpacked. */
    @WithDefault("64M")
    MemorySize maxSize();

    /** Positions that all shapes of a file have together; each takes about 200 bytes while they are simplified. */
    @WithDefault("500000")
    @Min(1_000)
    @Max(20_000_000)
    int maxPositions();
}
