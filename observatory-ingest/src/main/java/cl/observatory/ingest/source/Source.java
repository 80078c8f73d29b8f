package cl.observatory.ingest.source;

import cl.observatory.events.reference.SourceDefined;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A registered publisher; each change raises its version by one. */
@Entity
public class Source {

    @Id
    private String id;

    private long version;

    @JdbcTypeCode(SqlTypes.JSON)
    private SourceDefined definition;

    protected Source() {}

    Source(SourceDefined definition) {
        this.id = definition.id();
        change(definition);
    }

    final void change(SourceDefined definition) {
        this.version = definition.version();
        this.definition = definition;
    }

    long version() {
        return version;
    }

    SourceDefined definition() {
        return definition;
    }
}
