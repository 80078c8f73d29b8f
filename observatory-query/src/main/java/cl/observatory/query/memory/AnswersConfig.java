package cl.observatory.query.memory;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How answers are kept. */
@ConfigMapping(prefix = "query.answers")
public interface AnswersConfig {

    /** Bytes that kept answers may take of the heap; 0 keeps none. */
    @WithDefault("32M")
    MemorySize memory();

    /** How long an answer is kept at most: some tell whether a source is late, which time alone changes. */
    @WithDefault("60s")
    Duration life();
}
