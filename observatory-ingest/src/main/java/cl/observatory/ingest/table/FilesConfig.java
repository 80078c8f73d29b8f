package cl.observatory.ingest.table;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Bounds of files. */
@ConfigMapping(prefix = "ingest.files")
public interface FilesConfig {

    /** Largest file, as it is sent. */
    @WithDefault("2G")
    MemorySize maxSize();

    /** Largest file once it is unpacked. */
    @WithDefault("2G")
    MemorySize maxExpandedSize();

    /** How many times larger than it was sent a file may become when it is unpacked, once it passes a megabyte. */
    @WithDefault("100")
    @Min(1)
    @Max(100_000)
    int maxExpansion();
}
