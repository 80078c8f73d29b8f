package cl.observatory.gateway.key;

import cl.observatory.gateway.partner.Partners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    /**
     * @param use the days on which keys were used, by their ids; an earlier day than the stored one changes nothing
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void writeUse(Map<String, LocalDate> use) {
        // In one order at every replica, so that none waits for another that waits for it.
        new TreeMap<>(use).forEach(stored::writeUse);
    }
}
