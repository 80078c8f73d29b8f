package cl.observatory.query.citation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.Optional;

/** Of citations. */
@ConfigMapping(prefix = "query.citations")
interface CitationsConfig {

    /** Where the public reaches this API, without a path; when it is not told, citations give paths alone. */
    Optional<URI> address();

    /** How many may be made within 24 hours: they are kept for good. */
    @WithDefault("20000")
    @Min(1)
    int mostPerDay();
}
