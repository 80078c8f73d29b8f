package cl.observatory.reports.custody;

import cl.observatory.reports.role.Role;
import cl.observatory.reports.role.RoleConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Opens what is configured, in the role that may have it. */
final class CustodyProducer {

    private CustodyProducer() {}

    @Produces
    @Singleton
    static KeyStore keyStore(CustodyConfig config, RoleConfig roles) {
        refuseOthers(roles);
        Path folder = set(config.folder(), "folder");
        return switch (config.kind()) {
            case FILES -> new FileKeyStore(folder);
            case TRANSIT ->
                new TransitKeyStore(
                        folder, engine(config.transit()), config.transit().prefix());
        };
    }

    @Produces
    @Singleton
    static SigningKey signingKey(CustodyConfig config, RoleConfig roles) {
        refuseOthers(roles);
        return SigningKey.read(set(config.signingKey(), "signing-key"));
    }

    private static void refuseOthers(RoleConfig roles) {
        if (!roles.has(Role.MODERATION)) {
            throw new IllegalStateException("only moderation has private keys");
        }
    }

    private static TransitEngine engine(CustodyConfig.Transit transit) {
        URI mount = set(transit.address(), "transit.address").resolve("/v1/" + transit.mount());
        return new TransitEngine(mount, set(transit.tokenFile(), "transit.token-file"), transit.timeout());
    }

    private static <T> T set(Optional<T> value, String key) {
        return value.orElseThrow(() -> new IllegalStateException("reports.custody." + key + " is not set"));
    }
}
