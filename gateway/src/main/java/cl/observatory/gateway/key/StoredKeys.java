package cl.observatory.gateway.key;

import cl.observatory.gateway.partner.Partners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** What is stored of the keys, for those who know their ids. */
@ApplicationScoped
public class StoredKeys {

    private final ApiKeyRepository stored;
    private final Partners partners;

    StoredKeys(ApiKeyRepository stored, Partners partners) {
        this.stored = stored;
        this.partners = partners;
    }

    /** Empty also for a key that does not end. */
    @Transactional
    public Optional<Instant> expiryOf(String id) {
        return stored.findByIdOptional(id).map(ApiKey::expiresAt);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<KnownKey> known(String id) {
        return stored.findByIdOptional(id).map(key -> key.known(partners.isSuspended(key.partnerId())));
    }
}
