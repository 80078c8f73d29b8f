package cl.observatory.gateway.key;

import cl.observatory.gateway.config.GatewayConfig;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Stores the keys of the keys file at every start. A file that cannot be understood whole stores nothing and stops the start. */
@ApplicationScoped
class KeyFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final GatewayConfig config;
    private final ApiKeyRepository stored;
    private final Clock clock;

    KeyFile(GatewayConfig config, ApiKeyRepository stored, Clock clock) {
        this.config = config;
        this.stored = stored;
        this.clock = clock;
    }

    @Transactional
    void store(@Observes StartupEvent start) {
        config.keys().file().ifPresent(file -> read(file).forEach(this::store));
    }

    private void store(LocalKey key) {
        ApiKey known = stored.findById(key.id());
        if (known == null) {
            stored.persist(new ApiKey(key, clock.instant()));
        } else {
            known.replaceWith(key);
        }
    }

    static List<LocalKey> read(Path file) {
        try {
            return JSON.readValue(file.toFile(), new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new IllegalStateException("the keys file " + file + " cannot be used: " + unreadable.getMessage());
        }
    }
}
