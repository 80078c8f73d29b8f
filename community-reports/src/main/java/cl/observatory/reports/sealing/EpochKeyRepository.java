package cl.observatory.reports.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Public keys as they were published. */
@ApplicationScoped
class EpochKeyRepository {

    private final Jdbi jdbi;

    EpochKeyRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<PublishedKey> find(Epoch epoch) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select public_keyset, signature from epoch_key where epoch = :epoch")
                .bind("epoch", epoch.number())
                .map((row, _) -> new PublishedKey(epoch, row.getBytes("public_keyset"), row.getBytes("signature")))
                .findOne());
    }
}
