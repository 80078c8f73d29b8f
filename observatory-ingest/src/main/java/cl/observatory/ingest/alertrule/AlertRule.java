package cl.observatory.ingest.alertrule;

import cl.observatory.events.reference.AlertRuleDefined;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A rule by which figures are watched; each change raises its version by one. */
@Entity
@Table(name = "alert_rule")
public class AlertRule {

    @Id
    private String code;

    private long version;

    @JdbcTypeCode(SqlTypes.JSON)
    private AlertRuleDefined definition;

    protected AlertRule() {}

    AlertRule(AlertRuleDefined definition) {
        this.code = definition.code();
        this.version = definition.version();
        this.definition = definition;
    }

    void change(AlertRuleDefined definition) {
        this.version = definition.version();
        this.definition = definition;
    }

    long version() {
        return version;
    }

    AlertRuleDefined definition() {
        return definition;
    }
}
