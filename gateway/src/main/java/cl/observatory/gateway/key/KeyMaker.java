package cl.observatory.gateway.key;

import cl.observatory.gateway.config.GatewayConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Makes keys of this place. */
@ApplicationScoped
class KeyMaker {

    private final GatewayConfig config;
    private final SecureRandom random;

    KeyMaker(GatewayConfig config, SecureRandom random) {
        this.config = config;
        this.random = random;
    }

    KeyText make() {
        return KeyText.make(config.keys().environment(), random);
    }
}
