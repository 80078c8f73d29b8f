package cl.observatory.ingest.breaks;

import cl.observatory.events.reference.BreaksDefined;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One version of the list of a data set's breaks; it never changes. */
@Entity
@Table(name = "break_list")
@IdClass(BreakList.Key.class)
public class BreakList {

    @Id
    @Column(name = "dataset_id")
    private String datasetId;

    @Id
    private long version;

    @JdbcTypeCode(SqlTypes.JSON)
    private BreaksDefined definition;

    @Column(name = "defined_by")
    private String definedBy;

    protected BreakList() {}

    BreakList(BreaksDefined definition, String definedBy) {
        this.datasetId = definition.datasetId();
        this.version = definition.version();
        this.definition = definition;
        this.definedBy = definedBy;
    }

    /** What tells one version of a list from every other. */
    public record Key(String datasetId, long version) implements Serializable {}

    BreaksDefined definition() {
        return definition;
    }
}
