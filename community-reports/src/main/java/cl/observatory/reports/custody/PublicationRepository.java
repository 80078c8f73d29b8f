package cl.observatory.reports.custody;

import cl.observatory.reports.sealing.Epoch;
import cl.observatory.reports.sealing.PublishedKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** Public keys as moderation publishes them. */
@ApplicationScoped
class PublicationRepository {

    private static final String LOCK = "select public_keyset, signature from epoch_key where epoch = :epoch for update";

    /** What another process publishes at the same time stays. */
    private static final String INSERT = """
            insert into epoch_key (epoch, public_keyset, signature) values (:epoch, :keyset, :signature)
            on conflict do nothing
            """;

    private static final String REPLACE =
            "update epoch_key set public_keyset = :keyset, signature = :signature where epoch = :epoch";

    private static final String DELETE = """
            delete from epoch_key key where epoch < :oldest
            and not exists (select from report where report.epoch = key.epoch)
            and not exists (select from addition where addition.epoch = key.epoch)
            """;

    private final Jdbi jdbi;

    PublicationRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Publishes a key, unless there is one for the epoch that is believed. */
    void publish(PublishedKey key, Predicate<PublishedKey> believed) {
        jdbi.useTransaction(handle -> {
            Optional<PublishedKey> other = lock(handle, key.epoch());
            if (other.isEmpty()) {
                bind(handle.createUpdate(INSERT), key).execute();
            } else if (!believed.test(other.get())) {
                bind(handle.createUpdate(REPLACE), key).execute();
            }
        });
    }

    private static Optional<PublishedKey> lock(Handle handle, Epoch epoch) {
        return handle.createQuery(LOCK)
                .bind("epoch", epoch.number())
                .map((row, _) -> new PublishedKey(epoch, row.getBytes("public_keyset"), row.getBytes("signature")))
                .findOne();
    }

    private static <T extends SqlStatement<T>> T bind(T statement, PublishedKey key) {
        return statement
                .bind("epoch", key.epoch().number())
                .bind("keyset", key.keyset())
                .bind("signature", key.signature());
    }

    /** Removes the keys of earlier epochs that nothing was sealed to, or nothing of it is left. */
    void deleteUnusedBefore(Epoch oldest) {
        jdbi.useHandle(handle ->
                handle.createUpdate(DELETE).bind("oldest", oldest.number()).execute());
    }
}
