package cl.observatory.ingest.disclosure;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.ingest.territory.Territories;
import cl.observatory.problem.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The plans of restricted data sets. */
@ApplicationScoped
public class Plans {

    private final PlanRepository repository;

    Plans(PlanRepository repository) {
        this.repository = repository;
    }

    /** What is wrong with a plan for a data set. */
    public List<Fault> faults(DatasetDefined dataset, TablePlan plan) {
        return new TableCheck(dataset, Territories.LEVELS).faults(plan);
    }

    /** The data sets that the tables of a plan are. */
    public List<PlannedTable> tables(DatasetDefined dataset, TablePlan plan) {
        return plan.tables().stream()
                .map(table -> PlannedTable.of(dataset, table, Territories.LEVELS))
                .toList();
    }

    /** Stores the plan of a data set that is stored already, as its tables are. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(DatasetDefined dataset, TablePlan plan) {
        repository.persistAndFlush(new StoredPlan(dataset.id(), plan));
        tables(dataset, plan).forEach(table -> repository.add(new StoredTable(dataset.id(), table)));
    }

    /** Empty when the data set is not restricted. */
    @Transactional
    public Optional<TablePlan> find(String datasetId) {
        return repository.findByIdOptional(datasetId).map(StoredPlan::definition);
    }

    /** The restricted data set that a data set is a table of. */
    @Transactional
    public Optional<String> restrictedOf(String tableDatasetId) {
        return repository.findTable(tableDatasetId).map(StoredTable::planId);
    }
}
