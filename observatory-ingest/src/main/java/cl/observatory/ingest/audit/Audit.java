package cl.observatory.ingest.audit;

import cl.observatory.audit.AuditEntry;
import cl.observatory.audit.AuditTable;
import cl.observatory.ingest.access.Permissions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Records changes in the transaction that makes them: there is no change without its entry and no entry without its
 * change. Whoever records waits until those who recorded before have committed, so that there is one chain; therefore
 * record last, when every other lock of the transaction is held.
 */
@ApplicationScoped
public class Audit {

    /** Entries belong to data sets. */
    static final String DOMAIN = "dataset_id";

    private final DataSource dataSource;
    private final Permissions permissions;
    private final HeadLog heads;
    private final Clock clock;

    Audit(DataSource dataSource, Permissions permissions, HeadLog heads, Clock clock) {
        this.dataSource = dataSource;
        this.permissions = permissions;
        this.heads = heads;
        this.clock = clock;
    }

    /**
     * Records what the caller of the current request does.
     *
     * @param dataset id of the data set that it concerns, or null when it concerns none
     * @param subject address of what is changed, below {@code /v1/}, such as {@code imports/…}
     * @param reason in the caller's words, or null
     * @param details what a reader needs to understand the change, by name
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Action action, String dataset, String subject, String reason, Map<String, String> details) {
        try (Connection connection = dataSource.getConnection()) {
            heads.tellOnceCommitted(new AuditTable(connection, DOMAIN)
                    .append(number -> new AuditEntry(
                            number,
                            clock.instant().truncatedTo(ChronoUnit.MICROS),
                            permissions.principal(),
                            permissions.bindings().organization().orElse(null),
                            action.name(),
                            dataset,
                            subject,
                            reason,
                            Map.copyOf(details))));
        } catch (SQLException failed) {
            throw new IllegalStateException("the audit cannot be written", failed);
        }
    }
}
