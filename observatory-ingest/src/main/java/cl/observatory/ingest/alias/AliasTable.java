package cl.observatory.ingest.alias;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One version of an alias table; it never changes. */
@Entity
@Table(name = "alias_table")
@IdClass(AliasTable.Key.class)
public class AliasTable {

    @Id
    private String name;

    @Id
    private int version;

    @JdbcTypeCode(SqlTypes.JSON)
    private NewAliasTable definition;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    protected AliasTable() {}

    AliasTable(int version, NewAliasTable definition, String createdBy, Instant createdAt) {
        this.name = definition.name();
        this.version = version;
        this.definition = definition;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** What tells one version of an alias table from every other. */
    public record Key(String name, int version) implements Serializable {}

    public int version() {
        return version;
    }

    public NewAliasTable definition() {
        return definition;
    }

    Instant createdAt() {
        return createdAt;
    }
}
