package cl.observatory.gateway.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;

/** The settings of the gateway. Each has its environment variable, such as {@code GATEWAY_BACKENDS_QUERY_URL}. */
@ConfigMapping(prefix = "gateway")
public interface GatewayConfig {

    /** The services behind the gateway, each by a short name. */
    Map<String, Backend> backends();

    Identity identity();

    Keys keys();

    Limits limits();

    Timeouts timeouts();

    interface Backend {

        /** The service's own name: that of its contract, and the audience of the tokens sent to it. */
        String service();

        /** Scheme, host and port, such as {@code http://127.0.0.1:8082}. */
        URI url();

        /** How many connections to this service are open at most; more requests than that wait. */
        @WithDefault("256")
        @Min(1)
        int maxConnections();
    }

    interface Identity {

        /** PEM file (PKCS#8) of the P-256 key that signs the identity tokens. */
        Path signingKey();
    }

    interface Keys {

        /** JSON file of keys that are stored at every start; absent: none. */
        Optional<Path> file();

        /** How long a key is remembered, and so how long a revoked key may still work; 5 s are promised. */
        @WithDefault("3s")
        @DurationMax(seconds = 5)
        Duration rememberedFor();

        /** Second part of the keys that are issued here, so that a key of one place is not tried at another. */
        @WithDefault("live")
        @Pattern(regexp = "[a-z]{2,10}")
        String environment();
    }

    interface Limits {

        /** The largest body of an operation that takes JSON. */
        @WithDefault("1M")
        MemorySize smallBody();

        /** The largest body of an operation that takes files. */
        @WithDefault("2G")
        MemorySize largeBody();
    }

    interface Timeouts {

        /** To connect to a service, waiting for a free connection included. */
        @WithDefault("2s")
        Duration connect();

        /** From the end of the request's body to the first byte of the answer. */
        @WithDefault("60s")
        Duration firstByte();

        /** How long a connection to a service may carry nothing in either direction. */
        @WithDefault("120s")
        Duration idle();
    }
}
