package cl.observatory.gateway.support;

import cl.observatory.gateway.Gateway;
import cl.observatory.local.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What a gateway under test needs around it: a database, a signing key, a keys file, and ports at which stand-ins for the
 * services can listen. Tests start the stand-ins themselves, and nothing ever listens at the port of {@code down}.
 */
public final class GatewayStack implements QuarkusTestResourceLifecycleManager {

    /** How long the gateway under test waits for the first byte of an answer. */
    public static final String FIRST_BYTE = "2s";

    @Override
    public Map<String, String> start() {
        System.setProperty(Gateway.DOOR_CHECKS_TARGETS, "true");
        var database = TestServers.createDatabase("gateway");
        try {
            Path folder = Files.createTempDirectory("gateway-test");
            Map<String, String> settings = new HashMap<>();
            settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
            settings.put("quarkus.datasource.username", database.username());
            settings.put("quarkus.datasource.password", database.password());
            settings.put(
                    "gateway.identity.signing-key",
                    KeyPairs.pem(KeyPairs.p256().getPrivate(), folder).toString());
            settings.put("gateway.keys.file", Keys.file(folder).toString());
            settings.put("gateway.keys.remembered-for", "200ms");
            settings.put("gateway.keys.environment", "test");
            // So that tests can come from anywhere.
            settings.put("gateway.network.trusted-proxies", "127.0.0.0/8,::1");
            settings.put("gateway.timeouts.first-byte", FIRST_BYTE);
            settings.put("gateway.limits.small-body", "1K");
            settings.put("gateway.limits.large-body", "128M");
            settings.put("gateway.allowance.key.export", "5/minute 1000/day");
            settings.put("gateway.allowance.prefix.export", "3");
            settings.put("gateway.allowance.prefix.administration", "100000");
            settings.put("gateway.allowance.prefix.read", "100000");
            settings.put("gateway.allowance.prefix.write", "100000");
            settings.put("gateway.backends.down.service", "observatory-down");
            for (String service : new String[] {"ingest", "query", "reports", "down"}) {
                settings.put("gateway.backends." + service + ".url", "http://127.0.0.1:" + freePort());
            }
            return settings;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void stop() {
        // The database server and the files go with the JVM.
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
