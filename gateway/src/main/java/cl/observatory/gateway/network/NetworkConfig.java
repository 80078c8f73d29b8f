package cl.observatory.gateway.network;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What stands in front of the gateway. */
@ConfigMapping(prefix = "gateway.network")
interface NetworkConfig {

    /** Networks (CIDR) of the proxies whose word in X-Forwarded-For is believed; absent: none. */
    Optional<List<String>> trustedProxies();
}
