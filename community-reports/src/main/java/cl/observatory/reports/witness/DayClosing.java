package cl.observatory.reports.witness;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.filing.FilingRootSigned;
import cl.observatory.events.outbox.Outbox;
import cl.observatory.reports.filing.FilingRoot;
import cl.observatory.reports.filing.FilingTree;
import cl.observatory.reports.filing.Filings;
import cl.observatory.reports.sealing.Epochs;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes the tree of each day that is over, once and in one transaction: leaves get their places, the root is signed, and the
 * event that tells of it is stored. A day on which nobody filed has a tree like any other.
 */
@ApplicationScoped
class DayClosing {

    private static final String SOURCE = "/community-reports";
    private static final int HASH_LENGTH = 32;

    private final Jdbi jdbi;
    private final Epochs epochs;
    private final DayRepository repository;
    private final SecureRandom random = new SecureRandom();

    DayClosing(Jdbi jdbi, Epochs epochs, DayRepository repository) {
        this.jdbi = jdbi;
        this.epochs = epochs;
        this.repository = repository;
    }

    /** Closes the days that are over, in their order, and forgets the leaves of those of which no path is told any more. */
    void turn(RootSigner signer) throws SQLException {
        boolean closed;
        do {
            closed = closeNext(signer);
        } while (closed);
        jdbi.useTransaction(handle -> repository.forget(handle, Filings.oldestDay(epochs.today())));
    }

    /** In a transaction of its own; false when no day is over. */
    private boolean closeNext(RootSigner signer) throws SQLException {
        return jdbi.inTransaction(handle -> {
            repository.lock(handle);
            Optional<FilingRoot> last = repository.lastRoot(handle);
            LocalDate today = epochs.today();
            LocalDate day = last.map(root -> root.day().plusDays(1)).orElseGet(() -> today.minusDays(1));
            if (!day.isBefore(today)) {
                return false;
            }
            close(handle, day, last, signer);
            return true;
        });
    }

    private void close(Handle handle, LocalDate day, Optional<FilingRoot> last, RootSigner signer) throws SQLException {
        List<Leaf> leaves = amongRandomOnes(repository.takeWaiting(handle, day));
        FilingTree tree = new FilingTree(leaves.stream().map(Leaf::hash).toList());
        FilingRoot root = signer.sign(FilingRoot.unsigned(
                last.map(FilingRoot::number).orElse(0) + 1,
                day,
                leaves.size(),
                tree.root(),
                last.map(FilingRoot::hash).orElse(FilingRoot.NONE_BEFORE),
                signer.publicKey()));
        repository.insert(handle, day, leaves);
        repository.insert(handle, root);
        tell(handle, root);
    }

    private List<Leaf> amongRandomOnes(List<Leaf> filed) {
        List<Leaf> leaves = new ArrayList<>(filed);
        while (leaves.size() < FilingTree.size(filed.size())) {
            leaves.add(new Leaf(random(), random()));
        }
        Collections.shuffle(leaves, random);
        return leaves;
    }

    private byte[] random() {
        byte[] bytes = new byte[HASH_LENGTH];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void tell(Handle handle, FilingRoot root) throws SQLException {
        Outbox.add(
                handle.getConnection(),
                Topics.COMMUNITY,
                Event.of(
                        eventId(root.number()),
                        SOURCE,
                        FilingRootSigned.TYPE,
                        FilingRootSigned.SUBJECT,
                        root.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                        new FilingRootSigned(
                                root.number(),
                                root.day(),
                                root.leaves(),
                                root.root(),
                                root.before(),
                                root.publicKey(),
                                root.signature())));
    }

    /** Computed, so that whoever sees two knows that they are one. */
    static UUID eventId(int number) {
        return UUID.nameUUIDFromBytes((FilingRootSigned.TYPE + " " + number).getBytes(StandardCharsets.UTF_8));
    }
}
