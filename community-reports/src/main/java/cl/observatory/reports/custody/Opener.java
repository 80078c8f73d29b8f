package cl.observatory.reports.custody;

import cl.observatory.problem.CommonProblem;
import cl.observatory.problem.ProblemException;
import cl.observatory.reports.custody.NotOpenedException.Reason;
import cl.observatory.reports.sealing.Epoch;
import cl.observatory.reports.sealing.Epochs;
import cl.observatory.reports.sealing.Padding;
import cl.observatory.reports.sealing.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;

/** Opens what was sealed. The key is fetched for each opening and held no longer. */
@ApplicationScoped
public class Opener {

    private static final System.Logger LOG = System.getLogger(Opener.class.getName());

    private final Epochs epochs;
    private final KeyStore store;

    Opener(Epochs epochs, KeyStore store) {
        this.epochs = epochs;
        this.store = store;
    }

    /**
     * The content that was sealed.
     *
     * @throws NotOpenedException when it stays closed
     * @throws ProblemException when keys cannot be reached at the moment
     */
    public byte[] open(Purpose purpose, UUID id, int epoch, byte[] sealed) {
        EpochSecret secret = secret(new Epoch(epoch));
        try {
            byte[] padded = secret.open(sealed, purpose.context(id, epoch));
            byte[] content = Padding.unpad(padded);
            Arrays.fill(padded, (byte) 0);
            return content;
        } catch (GeneralSecurityException | IllegalArgumentException foreign) {
            throw new NotOpenedException(Reason.BROKEN);
        }
    }

    private EpochSecret secret(Epoch epoch) {
        if (epochs.isClosed(epoch)) {
            throw new NotOpenedException(Reason.CLOSED);
        }
        byte[] kept = read(epoch);
        try {
            return EpochSecret.of(kept);
        } finally {
            Arrays.fill(kept, (byte) 0);
        }
    }

    private byte[] read(Epoch epoch) {
        try {
            return store.read(epoch).orElseThrow(() -> new NotOpenedException(Reason.NO_KEY));
        } catch (KeyStoreException unreachable) {
            LOG.log(System.Logger.Level.ERROR, "a private key cannot be reached", unreachable);
            throw new ProblemException(CommonProblem.UNAVAILABLE);
        }
    }
}
