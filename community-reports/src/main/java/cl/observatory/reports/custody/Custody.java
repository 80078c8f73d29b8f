package cl.observatory.reports.custody;

import cl.observatory.reports.sealing.Epoch;
import cl.observatory.reports.sealing.EpochKeys;
import cl.observatory.reports.sealing.Epochs;
import cl.observatory.reports.sealing.PublishedKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The life of the weekly keys.
 *
 * <pre>
 *  made, signed, published ──▶ its week ──▶ only opened and sealed anew ──▶ destroyed
 *   up to 8 weeks before                      180 days after its week
 * </pre>
 *
 * A private key is kept before its public one is published. Every round may be broken off or run twice, and by several
 * processes with the same store at once.
 */
@ApplicationScoped
public class Custody {

    /** How many weeks after the current one have a public key: so long may moderation be away. */
    static final int AHEAD = 8;

    private static final System.Logger LOG = System.getLogger(Custody.class.getName());

    private final Epochs epochs;
    private final EpochKeys keys;
    private final KeyStore store;
    private final PublicationRepository repository;
    private final SigningKey signingKey;
    private final AtomicReference<Set<Epoch>> lost = new AtomicReference<>(Set.of());

    Custody(Epochs epochs, EpochKeys keys, KeyStore store, PublicationRepository repository, SigningKey signingKey) {
        this.epochs = epochs;
        this.keys = keys;
        this.store = store;
        this.repository = repository;
        this.signingKey = signingKey;
    }

    /** Destroys what is due, whatever becomes of the rest; then publishes what is missing. */
    public void round() {
        destroyDue();
        publishAhead();
        repository.deleteUnusedBefore(epochs.oldestOpen());
    }

    private void destroyDue() {
        for (Epoch epoch : store.epochs()) {
            if (epochs.isClosed(epoch)) {
                destroy(epoch);
            }
        }
    }

    /** One that cannot be destroyed now does not hold up the next. */
    private void destroy(Epoch epoch) {
        try {
            store.destroy(epoch);
            LOG.log(System.Logger.Level.INFO, "the private key of epoch {0} is destroyed", epoch.number());
        } catch (KeyStoreException failed) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "the private key of epoch " + epoch.number() + " is still there",
                    failed);
        }
    }

    private void publishAhead() {
        Epoch current = epochs.current();
        refuseStrangeSignature(current);
        Set<Epoch> missing = new TreeSet<>();
        for (int weeks = 0; weeks <= AHEAD; weeks++) {
            Epoch epoch = current.plus(weeks);
            if (!publish(epoch)) {
                missing.add(epoch);
                LOG.log(
                        System.Logger.Level.ERROR,
                        "the published key of epoch {0} is of a private key that is not kept here: what is sealed to it"
                                + " cannot be opened",
                        epoch.number());
            }
        }
        lost.set(missing);
    }

    private void refuseStrangeSignature(Epoch epoch) {
        if (!keys.believes(signingKey.sign(epoch, new byte[0]))) {
            throw new IllegalStateException(
                    "reports.custody.signing-key and reports.sealing.verification-key do not" + " belong together");
        }
    }

    /** Whether what is published for the epoch is the public half of what is kept. */
    private boolean publish(Epoch epoch) {
        Optional<PublishedKey> published = keys.published(epoch);
        if (published.isEmpty()) {
            repository.publish(signingKey.sign(epoch, keptOrNew(epoch).publicKeyset()), keys::believes);
            published = keys.published(epoch);
        }
        byte[] expected = published.orElseThrow().keyset();
        return store.read(epoch)
                .map(EpochSecret::of)
                .filter(secret -> Arrays.equals(secret.publicKeyset(), expected))
                .isPresent();
    }

    private EpochSecret keptOrNew(Epoch epoch) {
        Optional<byte[]> kept = store.read(epoch);
        if (kept.isPresent()) {
            return EpochSecret.of(kept.get());
        }
        EpochSecret made = EpochSecret.generate();
        return store.keep(epoch, made.bytes())
                ? made
                : EpochSecret.of(store.read(epoch)
                        .orElseThrow(() -> new KeyStoreException("a key was kept meanwhile and cannot be read")));
    }

    /** Epochs from the current one on whose reports could not be opened, as of the last round. */
    Set<Epoch> lost() {
        return lost.get();
    }
}
