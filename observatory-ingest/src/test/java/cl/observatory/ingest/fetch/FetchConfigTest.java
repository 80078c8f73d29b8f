package cl.observatory.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.Configuration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FetchConfigTest {

    @Test
    void fetchingIsOffUnlessItIsConfigured() {
        FetchConfig config = Configuration.of(Map.of()).getConfigMapping(FetchConfig.class);

        assertEquals(Optional.empty(), config.allowedHosts());
        assertEquals(Duration.ofSeconds(10), config.connectTimeout());
        assertEquals(Duration.ofSeconds(30), config.readTimeout());
        assertEquals(Duration.ofMinutes(30), config.timeout());
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        FetchConfig config = Configuration.ofEnvironment(Map.of(
                        "INGEST_FETCH_ALLOWED_HOSTS", "datos.example.cl,private:http://127.0.0.1:8000",
                        "INGEST_FETCH_CONNECT_TIMEOUT", "1s",
                        "INGEST_FETCH_READ_TIMEOUT", "2s",
                        "INGEST_FETCH_TIMEOUT", "3s"))
                .getConfigMapping(FetchConfig.class);

        assertEquals(Optional.of(List.of("datos.example.cl", "private:http://127.0.0.1:8000")), config.allowedHosts());
        assertEquals(Duration.ofSeconds(1), config.connectTimeout());
        assertEquals(Duration.ofSeconds(2), config.readTimeout());
        assertEquals(Duration.ofSeconds(3), config.timeout());
    }
}
