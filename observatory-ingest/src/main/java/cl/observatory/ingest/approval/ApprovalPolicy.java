package cl.observatory.ingest.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The rule of one data set; each change raises its version by one. */
@Entity
@Table(name = "approval_policy")
public class ApprovalPolicy {

    @Id
    @Column(name = "dataset_id")
    private String datasetId;

    private long version;

    @Enumerated(EnumType.STRING)
    @Column(name = "decided_by")
    private Rule.By decidedBy;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] organizations;

    protected ApprovalPolicy() {}

    ApprovalPolicy(String datasetId) {
        this.datasetId = datasetId;
    }

    void change(Rule rule) {
        version++;
        decidedBy = rule.by();
        organizations =
                rule.organizations() == null ? null : rule.organizations().toArray(String[]::new);
    }

    long version() {
        return version;
    }

    Rule rule() {
        return new Rule(decidedBy, organizations == null ? null : List.of(organizations));
    }
}
