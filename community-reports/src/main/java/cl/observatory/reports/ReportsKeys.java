package cl.observatory.reports;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;

/**
 * The prefix of all configuration of this service. Each feature maps its own part of it; a key below the prefix that no
 * feature maps, such as a misspelt one, stops the start.
 */
@ConfigMapping(prefix = "reports")
@Unremovable
interface ReportsKeys {}
