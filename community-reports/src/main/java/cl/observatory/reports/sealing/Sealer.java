package cl.observatory.reports.sealing;

import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;

/** Seals what is to be stored to the key of the week. The same content twice does not give the same bytes. */
@ApplicationScoped
public class Sealer {

    private final Epochs epochs;
    private final EpochKeys keys;

    public Sealer(Epochs epochs, EpochKeys keys) {
        this.epochs = epochs;
        this.keys = keys;
    }

    /**
     * Seals content, in a size that depends on the purpose alone.
     *
     * @param id of the row that it is stored in
     * @throws ProblemException when there is no public key that can be believed
     */
    public Sealed seal(byte[] content, Purpose purpose, UUID id) {
        return seal(content, purpose, id, epochs.current());
    }

    /**
     * The same, to the key of another week: what was sealed to it and has changed ends when it was to end.
     *
     * @throws ProblemException when there is no public key that can be believed
     */
    public Sealed seal(byte[] content, Purpose purpose, UUID id, Epoch epoch) {
        byte[] padded = Padding.pad(content, purpose.size());
        try {
            return new Sealed(epoch.number(), keys.of(epoch).encrypt(padded, purpose.context(id, epoch.number())));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a sound key did not seal", impossible);
        } finally {
            Arrays.fill(padded, (byte) 0);
        }
    }
}
