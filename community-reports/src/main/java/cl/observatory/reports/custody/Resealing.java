package cl.observatory.reports.custody;

import cl.observatory.reports.sealing.Purpose;
import cl.observatory.reports.sealing.Sealed;
import cl.observatory.reports.sealing.Sealer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.UUID;

/** Seals to the current key what is still needed when its own is about to be destroyed. */
@ApplicationScoped
public class Resealing {

    private final Opener opener;
    private final Sealer sealer;

    Resealing(Opener opener, Sealer sealer) {
        this.opener = opener;
        this.sealer = sealer;
    }

    /**
     * The same content for the same row, sealed to the key of this week.
     *
     * @throws NotOpenedException when it stays closed
     */
    public Sealed reseal(Purpose purpose, UUID id, int epoch, byte[] sealed) {
        byte[] content = opener.open(purpose, id, epoch, sealed);
        try {
            return sealer.seal(content, purpose, id);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }
}
