package cl.observatory.query.evaluation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When rules are evaluated. */
@ConfigMapping(prefix = "query.alerts")
interface AlertsConfig {

    /** How often is looked for releases and rules that were not evaluated yet. */
    @WithDefault("2s")
    Duration checkEvery();
}
