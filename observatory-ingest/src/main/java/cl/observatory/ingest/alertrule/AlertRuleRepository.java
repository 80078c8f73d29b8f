package cl.observatory.ingest.alertrule;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.outbox.Outbox;
import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.ingest.IngestEvents;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

@ApplicationScoped
class AlertRuleRepository implements PanacheRepositoryBase<AlertRule, String> {

    private final DataSource dataSource;
    private final Clock clock;

    AlertRuleRepository(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Hands the event that tells of a definition to the outbox. */
    void announce(AlertRuleDefined definition) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Outbox.add(
                    connection,
                    Topics.REFERENCE,
                    Event.of(
                            UUID.randomUUID(),
                            IngestEvents.SOURCE,
                            AlertRuleDefined.TYPE,
                            definition.code(),
                            clock.instant(),
                            definition));
        }
    }

    /** Two definitions of one code wait for each other here, so that the second sees the first. */
    void lockCode(String code) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, "alert rule " + code)
                .getResultList();
    }

    Optional<AlertRule> findLocked(String code) {
        return findByIdOptional(code, LockModeType.PESSIMISTIC_WRITE);
    }
}
