package cl.observatory.ingest.dataset;

import cl.observatory.events.reference.DatasetDefined;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A cube: territory × period × its own coded dimensions → one measure. Its definition does not change. */
@Entity
public class Dataset {

    @Id
    private String id;

    @JdbcTypeCode(SqlTypes.JSON)
    private DatasetDefined definition;

    @Column(name = "last_sequence")
    private int lastSequence;

    protected Dataset() {}

    Dataset(DatasetDefined definition) {
        this.id = definition.id();
        this.definition = definition;
    }

    public String id() {
        return id;
    }

    public DatasetDefined definition() {
        return definition;
    }

    /** Takes the next place among the releases. Hold the row's lock: places have no gaps and no twins. */
    public int nextSequence() {
        return ++lastSequence;
    }
}
