package cl.observatory.ingest.disclosure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The plan of a restricted data set; it does not change. */
@Entity
@Table(name = "table_plan")
public class StoredPlan {

    @Id
    @Column(name = "dataset_id")
    private String datasetId;

    @JdbcTypeCode(SqlTypes.JSON)
    private TablePlan definition;

    protected StoredPlan() {}

    StoredPlan(String datasetId, TablePlan definition) {
        this.datasetId = datasetId;
        this.definition = definition;
    }

    TablePlan definition() {
        return definition;
    }
}
