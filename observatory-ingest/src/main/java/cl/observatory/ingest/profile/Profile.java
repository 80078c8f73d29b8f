package cl.observatory.ingest.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One version of an import profile; it never changes. */
@Entity
@IdClass(Profile.Key.class)
public class Profile {

    @Id
    @Column(name = "dataset_id")
    private String datasetId;

    @Id
    private String name;

    @Id
    private int version;

    @JdbcTypeCode(SqlTypes.JSON)
    private ImportProfile definition;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Profile() {}

    Profile(String datasetId, int version, ImportProfile definition, String createdBy, Instant createdAt) {
        this.datasetId = datasetId;
        this.name = definition.name();
        this.version = version;
        this.definition = definition;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** What tells one version of a profile from every other. */
    public record Key(String datasetId, String name, int version) implements Serializable {}

    public String datasetId() {
        return datasetId;
    }

    public String name() {
        return name;
    }

    public int version() {
        return version;
    }

    public ImportProfile definition() {
        return definition;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
