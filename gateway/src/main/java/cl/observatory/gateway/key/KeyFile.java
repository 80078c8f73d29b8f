package cl.observatory.gateway.key;

import cl.observatory.gateway.config.GatewayConfig;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stores the keys of the keys file at every start, and ends those that stood in it before and do not any more; without a
 * file, all of them. A file that cannot be understood whole changes nothing and stops the start. Replicas that start at once
 * store one after the other.
 */
@ApplicationScoped
class KeyFile {

    private static final JsonMapper JSON = new JsonMapper();

    /** Any number that is no other lock's. */
    private static final long LOCK = 0x6b_65_79_73_66_69_6c_65L;

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
        if (!AdministratorKey.isAskedFor()) {
            store(config.keys().file().map(KeyFile::read).orElse(List.of()));
        }
    }

    void store(List<LocalKey> keys) {
        stored.lockKeysFile(LOCK);
        keys.forEach(this::store);
        Set<String> ids = keys.stream().map(LocalKey::id).collect(Collectors.toSet());
        Instant now = clock.instant();
        stored.listGoodFromFileExcept(ids).forEach(key -> key.endAt(now));
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
            ArrayNode content = JSON.readValue(file.toFile(), ArrayNode.class);
            for (JsonNode key : content) {
                refuseNulls(file, key);
            }
            return JSON.readerFor(new TypeReference<List<LocalKey>>() {}).readValue(content);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the keys file " + file + " cannot be used: " + unreadable.getMessage());
        }
    }

    /** A binding that is absent binds nothing; one that says null is a slip, and would free the key. */
    private static void refuseNulls(Path file, JsonNode key) {
        key.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                throw new IllegalStateException("the keys file " + file + " says null for " + field.getKey());
            }
        });
    }
}
