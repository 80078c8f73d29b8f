package cl.observatory.reports.custody;

import cl.observatory.reports.sealing.Epoch;
import java.util.Optional;
import java.util.Set;

/**
 * Where the private keys of epochs are. Every method may be called again after a failure half way, and by several
 * processes at once.
 *
 * <p>Each throws a {@link KeyStoreException} when it cannot be done.
 */
interface KeyStore {

    /**
     * Keeps a key unless there is one for the epoch; when it returns, a crash does not lose the key.
     *
     * @return whether this one is kept
     */
    boolean keep(Epoch epoch, byte[] secret);

    Optional<byte[]> read(Epoch epoch);

    /** Every epoch of which anything is left, be it of a key that was never finished. */
    Set<Epoch> epochs();

    /** Destroys all that is left of an epoch's key; when it returns, a crash does not bring it back. */
    void destroy(Epoch epoch);
}
