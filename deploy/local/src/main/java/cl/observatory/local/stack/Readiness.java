package cl.observatory.local.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Asks a service whether it takes requests. */
record Readiness(URI address) {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    static Readiness of(int managementPort) {
        return new Readiness(URI.create("http://127.0.0.1:%d/q/health/ready".formatted(managementPort)));
    }

    boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
