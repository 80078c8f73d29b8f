package cl.observatory.problem;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a service tells of its requests. */
@ConfigMapping(prefix = "problem")
public interface ProblemConfig {

    /** Whether a request has an id. A service whose callers must not be found again gives none, and takes none. */
    @WithDefault("true")
    boolean requestIds();
}
