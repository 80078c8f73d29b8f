package cl.observatory.ingest.audit;

import cl.observatory.audit.AuditHead;
import cl.observatory.audit.AuditTable;
import cl.observatory.audit.Verification;
import cl.observatory.ingest.access.Permissions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads the audit and goes along its chain. */
@ApplicationScoped
class AuditReading {

    private final DataSource dataSource;
    private final Permissions permissions;

    AuditReading(DataSource dataSource, Permissions permissions) {
        this.dataSource = dataSource;
        this.permissions = permissions;
    }

    /**
     * What is asked for.
     *
     * @param subject, dataset null for any
     * @param after only entries of higher numbers
     */
    record Question(String subject, String dataset, long after, int limit) {}

    /** Entries in the order of their numbers; of data sets in which the caller may not work, none. */
    @Transactional
    List<AuditTable.Stored> entries(Question asked) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return new AuditTable(connection, Audit.DOMAIN)
                    .entries(new AuditTable.Question(
                            asked.after(),
                            asked.subject(),
                            asked.dataset(),
                            permissions.bindings().datasets(),
                            asked.limit()));
        }
    }

    /**
     * @param kept an end of the chain that was kept elsewhere
     */
    @Transactional
    Verification verify(Optional<AuditHead> kept) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return new AuditTable(connection, Audit.DOMAIN).verify(kept);
        }
    }
}
