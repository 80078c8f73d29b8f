package cl.observatory.ingest;

import cl.observatory.ingest.boundary.BoundariesConfig;
import cl.observatory.ingest.fetch.FetchConfig;
import cl.observatory.ingest.imports.EmbargoConfig;
import cl.observatory.ingest.imports.ImportsConfig;
import cl.observatory.ingest.publication.OutboxConfig;
import cl.observatory.ingest.table.FilesConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** All that can be configured, read as the service reads it. */
public final class Configuration {

    private Configuration() {}

    public static SmallRyeConfig of(Map<String, String> settings) {
        return read(new PropertiesConfigSource(settings, "test", 100));
    }

    public static SmallRyeConfig ofEnvironment(Map<String, String> variables) {
        return read(new EnvConfigSource(variables, 300));
    }

    private static SmallRyeConfig read(ConfigSource source) {
        return new SmallRyeConfigBuilder()
                .withMapping(IngestKeys.class)
                .withMapping(BoundariesConfig.class)
                .withMapping(EmbargoConfig.class)
                .withMapping(FetchConfig.class)
                .withMapping(FilesConfig.class)
                .withMapping(ImportsConfig.class)
                .withMapping(OutboxConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withSources(source)
                .build();
    }
}
