package cl.observatory.reports.sealing;

import cl.observatory.problem.CommonProblem;
import cl.observatory.problem.ProblemException;
import com.google.crypto.tink.HybridEncrypt;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The public keys of epochs: none is used but with a signature that verifies, and once verified it is kept, since the key
 * of a week does not change.
 */
@ApplicationScoped
public class EpochKeys {

    private static final System.Logger LOG = System.getLogger(EpochKeys.class.getName());

    private final EpochKeyRepository repository;
    private final VerificationKey verification;
    private final Map<Epoch, HybridEncrypt> known = new ConcurrentHashMap<>();

    EpochKeys(EpochKeyRepository repository, SealingConfig config) {
        this.repository = repository;
        this.verification = VerificationKey.read(config.verificationKey()
                .orElseThrow(() -> new IllegalStateException("reports.sealing.verification-key is not set")));
    }

    /** What was published for the epoch; empty when its signature does not verify. */
    public Optional<PublishedKey> published(Epoch epoch) {
        return repository.find(epoch).filter(this::believes);
    }

    /** Whether its signature verifies. */
    public boolean believes(PublishedKey key) {
        return verification.verifies(key);
    }

    /** What seals to the epoch; empty when there is no key for it that can be believed. */
    public Optional<HybridEncrypt> find(Epoch epoch) {
        HybridEncrypt kept = known.get(epoch);
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<HybridEncrypt> found = published(epoch).map(EpochKeys::encryption);
        found.ifPresent(encryption -> {
            known.keySet().removeIf(other -> other.compareTo(epoch) < 0);
            known.put(epoch, encryption);
        });
        return found;
    }

    /**
     * What seals to the epoch.
     *
     * @throws ProblemException when there is no key for it that can be believed: nothing is taken then
     */
    HybridEncrypt of(Epoch epoch) {
        return find(epoch).orElseThrow(() -> {
            LOG.log(System.Logger.Level.ERROR, "there is no public key of epoch {0} whose signature verifies", epoch);
            return new ProblemException(CommonProblem.UNAVAILABLE);
        });
    }

    private static HybridEncrypt encryption(PublishedKey published) {
        try {
            return Hpke.encryption(published.keyset());
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the signed key of " + published.epoch() + " is of no use", unusable);
        }
    }
}
