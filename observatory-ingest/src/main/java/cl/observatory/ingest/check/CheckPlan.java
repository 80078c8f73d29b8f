package cl.observatory.ingest.check;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One version of the rules of a data set; it never changes. */
@Entity
@Table(name = "check_plan")
@IdClass(CheckPlan.Key.class)
public class CheckPlan {

    @Id
    @Column(name = "dataset_id")
    private String datasetId;

    @Id
    private long version;

    @JdbcTypeCode(SqlTypes.JSON)
    private Rules definition;

    @Column(name = "defined_by")
    private String definedBy;

    @Column(name = "defined_at")
    private Instant definedAt;

    protected CheckPlan() {}

    CheckPlan(String datasetId, long version, List<CheckRule> rules, String definedBy, Instant definedAt) {
        this.datasetId = datasetId;
        this.version = version;
        this.definition = new Rules(rules);
        this.definedBy = definedBy;
        this.definedAt = definedAt;
    }

    /** What tells one version of a data set's rules from every other. */
    public record Key(String datasetId, long version) implements Serializable {}

    /** The rules as they are stored. */
    public record Rules(List<CheckRule> rules) {}

    long version() {
        return version;
    }

    List<CheckRule> rules() {
        return definition.rules();
    }
}
