package cl.observatory.gateway.staff;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** Settings as an operator would write them. */
final class Settings {

    private Settings() {}

    static StaffConfig read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(StaffConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(StaffConfig.class);
    }
}
