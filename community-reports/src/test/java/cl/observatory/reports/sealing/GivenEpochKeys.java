package cl.observatory.reports.sealing;

import java.nio.file.Path;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The public keys that an account of the database sees. */
public final class GivenEpochKeys {

    private GivenEpochKeys() {}

    /**
     * @param verificationKey which is believed
     */
    public static EpochKeys of(Jdbi jdbi, Path verificationKey) {
        return new EpochKeys(new EpochKeyRepository(jdbi), () -> Optional.of(verificationKey));
    }
}
