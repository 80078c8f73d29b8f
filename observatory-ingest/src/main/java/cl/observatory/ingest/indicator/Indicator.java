package cl.observatory.ingest.indicator;

import cl.observatory.events.reference.IndicatorDefined;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A named formula; each change raises its version by one. */
@Entity
public class Indicator {

    @Id
    private String code;

    private long version;

    @JdbcTypeCode(SqlTypes.JSON)
    private IndicatorDefined definition;

    protected Indicator() {}

    Indicator(IndicatorDefined definition) {
        this.code = definition.code();
        this.version = definition.version();
        this.definition = definition;
    }

    void change(IndicatorDefined definition) {
        this.version = definition.version();
        this.definition = definition;
    }

    long version() {
        return version;
    }

    IndicatorDefined definition() {
        return definition;
    }
}
