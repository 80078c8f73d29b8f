package cl.observatory.gateway.audit;

import cl.observatory.audit.AuditEntry;
import cl.observatory.audit.AuditTable;
import cl.observatory.gateway.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Records changes in the transaction that makes them: there is no change without its entry and no entry without its
 * change. Whoever records waits until those who recorded before have committed, so that there is one chain; therefore
 * record last, when every other lock of the transaction is held.
 */
@ApplicationScoped
public class Audit {

    /** Entries belong to partners. */
    private static final String DOMAIN = "partner_id";

    private final DataSource dataSource;
    private final HeadLog heads;
    private final Clock clock;

    Audit(DataSource dataSource, HeadLog heads, Clock clock) {
        this.dataSource = dataSource;
        this.heads = heads;
        this.clock = clock;
    }

    /**
     * @param by who did it
     * @param partner whom it is about
     * @param subject address of what is changed, below {@code /v1/}
     * @param reason in the caller's words, or null
     * @param details what a reader needs to understand the change, by name
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(
            Caller by, Action action, String partner, String subject, String reason, Map<String, String> details) {
        Map<String, String> all = new TreeMap<>(details);
        if (by.key() != null) {
            all.put("byKey", by.key().id());
        }
        try (Connection connection = dataSource.getConnection()) {
            heads.tellOnceCommitted(new AuditTable(connection, DOMAIN)
                    .append(number -> new AuditEntry(
                            number,
                            clock.instant().truncatedTo(ChronoUnit.MICROS),
                            by.principal(),
                            by.bindings().organization(),
                            action.name(),
                            partner,
                            subject,
                            reason,
                            Map.copyOf(all))));
        } catch (SQLException failed) {
            throw new IllegalStateException("the audit cannot be written", failed);
        }
    }
}
