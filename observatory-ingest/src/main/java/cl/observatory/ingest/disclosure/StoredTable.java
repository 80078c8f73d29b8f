package cl.observatory.ingest.disclosure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Notes which data sets are tables of a plan. */
@Entity
@Table(name = "planned_table")
public class StoredTable {

    @Id
    @Column(name = "dataset_id")
    private String datasetId;

    @Column(name = "plan_id")
    private String planId;

    @Column(name = "table_id")
    private String tableId;

    protected StoredTable() {}

    StoredTable(String planId, PlannedTable table) {
        this.datasetId = table.dataset().id();
        this.planId = planId;
        this.tableId = table.tableId();
    }

    String planId() {
        return planId;
    }
}
