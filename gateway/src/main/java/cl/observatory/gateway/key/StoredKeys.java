package cl.observatory.gateway.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** What is stored of the keys, for those who know their ids. */
@ApplicationScoped
public class StoredKeys {

    private final ApiKeyRepository stored;

    StoredKeys(ApiKeyRepository stored) {
        this.stored = stored;
    }

    /** Empty also for a key that does not end. */
    @Transactional
    public Optional<Instant> expiryOf(String id) {
        return stored.findByIdOptional(id).map(ApiKey::expiresAt);
    }
}
