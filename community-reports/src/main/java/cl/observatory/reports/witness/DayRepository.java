package cl.observatory.reports.witness;

import cl.observatory.reports.filing.FilingRoot;
import cl.observatory.reports.filing.FilingRootMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Leaves and roots, as moderation knows them. */
@ApplicationScoped
class DayRepository {

    /** Two processes may come to a day at once: one waits for the other. */
    void lock(Handle handle) {
        handle.execute("select pg_advisory_xact_lock(hashtextextended('filing root', 0))");
    }

    Optional<FilingRoot> lastRoot(Handle handle) {
        return handle.createQuery("select * from filing_root order by number desc limit 1")
                .map(new FilingRootMapper())
                .findOne();
    }

    /** Takes the leaves that have no place yet, of the day and of days that are closed already. */
    List<Leaf> takeWaiting(Handle handle, LocalDate day) {
        return handle.createQuery("delete from filing_leaf where place is null and day <= :day returning mark, leaf")
                .bind("day", day)
                .map((row, context) -> new Leaf(row.getBytes("mark"), row.getBytes("leaf")))
                .list();
    }

    /** Stores the leaves of a day in their places, in an order that tells nothing else. */
    void insert(Handle handle, LocalDate day, List<Leaf> leaves) {
        PreparedBatch rows = handle.prepareBatch(
                "insert into filing_leaf (mark, leaf, day, place) values (:mark, :leaf, :day, :place)");
        for (int place = 0; place < leaves.size(); place++) {
            rows.bind("mark", leaves.get(place).mark())
                    .bind("leaf", leaves.get(place).hash())
                    .bind("day", day)
                    .bind("place", place)
                    .add();
        }
        rows.execute();
    }

    void insert(Handle handle, FilingRoot root) {
        HexFormat hex = HexFormat.of();
        handle.createUpdate("""
                        insert into filing_root (number, day, leaves, root, before, public_key, signature)
                        values (:number, :day, :leaves, :root, :before, :publicKey, :signature)
                        """)
                .bind("number", root.number())
                .bind("day", root.day())
                .bind("leaves", root.leaves())
                .bind("root", hex.parseHex(root.root()))
                .bind("before", hex.parseHex(root.before()))
                .bind("publicKey", hex.parseHex(root.publicKey()))
                .bind("signature", hex.parseHex(root.signature()))
                .execute();
    }

    /** Deletes the leaves of trees of earlier days: with them goes all that links them to reports. */
    void forget(Handle handle, LocalDate oldest) {
        handle.createUpdate("delete from filing_leaf where place is not null and day < :oldest")
                .bind("oldest", oldest)
                .execute();
    }
}
