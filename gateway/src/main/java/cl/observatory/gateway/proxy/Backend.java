package cl.observatory.gateway.proxy;

import cl.observatory.gateway.config.GatewayConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/**
 * A service and the connections to it.
 *
 * @param service its name, which is the audience of the tokens sent to it
 * @param pooled for every first attempt
 * @param fresh opens a connection for each request: for the second attempt, when a pooled one turned out to be dead
 */
record Backend(String service, URI url, HttpClient pooled, HttpClient fresh) {

    static Backend open(String service, GatewayConfig.Backend config, GatewayConfig.Timeouts timeouts, Vertx vertx) {
        URI url = config.url();
        boolean plain = "http".equals(url.getScheme()) && url.getHost() != null && url.getPort() > 0;
        if (!plain || !url.getRawPath().isEmpty()) {
            throw new IllegalStateException(
                    "the url of " + service + " must be written http://host:port and not " + url);
        }
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) timeouts.connect().toMillis())
                .setIdleTimeout((int) timeouts.idle().toSeconds());
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(config.maxConnections());
        return new Backend(
                service,
                url,
                vertx.createHttpClient(options, pool),
                vertx.createHttpClient(new HttpClientOptions(options).setKeepAlive(false), pool));
    }

    RequestOptions request(GatewayConfig.Timeouts timeouts) {
        return new RequestOptions()
                .setHost(url.getHost())
                .setPort(url.getPort())
                .setConnectTimeout(timeouts.connect().toMillis());
    }

    String authority() {
        return url.getRawAuthority();
    }
}
