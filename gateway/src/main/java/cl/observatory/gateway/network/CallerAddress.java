package cl.observatory.gateway.network;

import inet.ipaddr.IPAddress;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * The address of a caller: that of the connection or, when that is a trusted proxy's, the last one in X-Forwarded-For that is
 * not itself a trusted proxy's. What stands in front of that one, anybody can have written. It is looked at and forgotten.
 */
@ApplicationScoped
public class CallerAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final Networks trustedProxies;

    CallerAddress(NetworkConfig config) {
        this.trustedProxies = Networks.of(config.trustedProxies().orElse(List.of()));
    }

    /** Empty when it cannot be told, also because a trusted proxy wrote what is no address. */
    public Optional<IPAddress> of(HttpServerRequest request) {
        return of(
                request.remoteAddress().hostAddress(),
                String.join(",", request.headers().getAll(FORWARDED_FOR)));
    }

    Optional<IPAddress> of(String connection, String forwardedFor) {
        Optional<IPAddress> address = Networks.address(connection);
        String[] hops = forwardedFor.split(",", -1);
        for (int hop = hops.length - 1; hop >= 0 && address.isPresent(); hop--) {
            if (!trustedProxies.contain(address.get()) || forwardedFor.isEmpty()) {
                return address;
            }
            address = Networks.address(hops[hop].strip());
        }
        return address;
    }
}
