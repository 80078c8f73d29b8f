package cl.observatory.query.alertrule;

import cl.observatory.events.inbox.Inbox;
import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.query.Outcome;
import cl.observatory.query.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Stores the newest version of each rule, in one transaction with the note that the event was applied. */
@ApplicationScoped
public class AlertRuleProjection {

    private final Jdbi jdbi;

    AlertRuleProjection(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Outcome apply(UUID eventId, AlertRuleDefined rule) throws SQLException {
        return jdbi.inTransaction(handle -> {
            if (!Inbox.accept(handle.getConnection(), eventId)) {
                return Outcome.DUPLICATE;
            }
            handle.createUpdate("""
                            insert into alert_rule (code, version, indicator, active, definition)
                            values (:code, :version, :indicator, :active, :definition::jsonb)
                            on conflict (code) do update
                            set version = excluded.version, indicator = excluded.indicator, active = excluded.active,
                                definition = excluded.definition
                            where alert_rule.version < excluded.version
                            """)
                    .bind("code", rule.code())
                    .bind("version", rule.version())
                    .bind("indicator", rule.indicator())
                    .bind("active", rule.active())
                    .bind("definition", StoredJson.write(rule))
                    .execute();
            return Outcome.APPLIED;
        });
    }
}
