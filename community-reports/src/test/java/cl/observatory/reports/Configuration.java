package cl.observatory.reports;

import cl.observatory.reports.custody.CustodyConfig;
import cl.observatory.reports.guidance.GuidanceConfig;
import cl.observatory.reports.identity.IdentityConfig;
import cl.observatory.reports.lane.LaneConfig;
import cl.observatory.reports.moderation.ModerationConfig;
import cl.observatory.reports.notice.NoticeConfig;
import cl.observatory.reports.proof.ProofConfig;
import cl.observatory.reports.receipt.ReceiptConfig;
import cl.observatory.reports.report.ReportConfig;
import cl.observatory.reports.role.RoleConfig;
import cl.observatory.reports.sealing.SealingConfig;
import cl.observatory.reports.signal.SignalConfig;
import cl.observatory.reports.witness.FilingConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.PathConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** All that can be configured, read as the service reads it. */
public final class Configuration {

    private Configuration() {}

    public static SmallRyeConfig of(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("reports.roles", "intake"));
        all.putAll(settings);
        return read(new PropertiesConfigSource(all, "test", 100));
    }

    public static SmallRyeConfig ofEnvironment(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(Map.of("REPORTS_ROLES", "intake"));
        all.putAll(variables);
        return read(new EnvConfigSource(all, 300));
    }

    private static SmallRyeConfig read(ConfigSource source) {
        return new SmallRyeConfigBuilder()
                .withMapping(ReportsKeys.class)
                .withMapping(GuidanceConfig.class)
                .withMapping(IdentityConfig.class)
                .withMapping(LaneConfig.class)
                .withMapping(ModerationConfig.class)
                .withMapping(NoticeConfig.class)
                .withMapping(ProofConfig.class)
                .withMapping(ReportConfig.class)
                .withMapping(RoleConfig.class)
                .withMapping(SealingConfig.class)
                .withMapping(CustodyConfig.class)
                .withMapping(ReceiptConfig.class)
                .withMapping(SignalConfig.class)
                .withMapping(FilingConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withConverter(Path.class, 100, new PathConverter())
                .withSources(source)
                .build();
    }
}
