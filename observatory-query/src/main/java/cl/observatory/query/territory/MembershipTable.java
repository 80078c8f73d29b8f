package cl.observatory.query.territory;

import cl.observatory.query.territory.Memberships.Moved;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Stores which cells each territory is made of. It is made from the table of territories, in whose transaction it changes. */
@ApplicationScoped
class MembershipTable {

    private static final String MISSING = """
            select exists (select from territory) and not exists (select from membership)
            """;

    private static final String ADD = """
            insert into membership (code, member, from_day, until_day, weight, unless_told, same_level)
            values (:code, :member, :from, :until, :weight, :unlessTold, :sameLevel)
            """;

    private static final String MOVED = """
            insert into moved (code, member, from_day, until_day) values (:code, :member, :from, :until)
            """;

    private final Jdbi jdbi;

    MembershipTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Of a schema that had the territories before it had this. */
    void begin(@Observes StartupEvent started) {
        jdbi.useTransaction(handle -> {
            handle.execute("lock table membership in exclusive mode");
            if (handle.createQuery(MISSING).mapTo(Boolean.class).one()) {
                remake(handle);
            }
        });
    }

    /** In the transaction of the caller, who has changed the table of territories. */
    void remake(Handle handle) {
        Memberships made = new Memberships(Territories.all(handle), Territories.successions(handle));
        handle.execute("delete from membership");
        handle.execute("delete from moved");
        PreparedBatch memberships = handle.prepareBatch(ADD);
        for (Membership membership : made.all()) {
            memberships
                    .bind("code", membership.code())
                    .bind("member", membership.member())
                    .bind("from", membership.from())
                    .bind("until", membership.until())
                    .bind("weight", membership.weight())
                    .bind("unlessTold", membership.unlessTold())
                    .bind("sameLevel", made.isSameLevel(membership))
                    .add();
        }
        if (memberships.size() > 0) {
            memberships.execute();
        }
        PreparedBatch moved = handle.prepareBatch(MOVED);
        for (Moved each : made.moved()) {
            moved.bind("code", each.code())
                    .bind("member", each.member())
                    .bind("from", each.from())
                    .bind("until", each.until())
                    .add();
        }
        if (moved.size() > 0) {
            moved.execute();
        }
        handle.execute("analyze membership, moved");
    }
}
