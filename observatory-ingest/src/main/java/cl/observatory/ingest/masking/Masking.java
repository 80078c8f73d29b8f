package cl.observatory.ingest.masking;

import cl.observatory.events.reference.ClassificationPublished.Code;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.classification.Classifications;
import cl.observatory.ingest.dataset.Datasets;
import cl.observatory.ingest.disclosure.Margins;
import cl.observatory.ingest.disclosure.Mask;
import cl.observatory.ingest.disclosure.PlannedTable;
import cl.observatory.ingest.disclosure.Plans;
import cl.observatory.ingest.disclosure.TablePlan;
import cl.observatory.ingest.release.Content;
import cl.observatory.ingest.release.Releases;
import cl.observatory.ingest.release.Update;
import cl.observatory.ingest.territory.Territories;
import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Makes the tables of a restricted data set of the cells of a file, and publishes them. What is written here, and so what
 * can ever leave, has no hidden value.
 */
@ApplicationScoped
public class Masking {

    private static final String PENDING =
            "select id from import where dataset_id = ? and id <> ? and decision is null limit 1";

    private final MaskedTableRepository repository;
    private final Plans plans;
    private final Territories territories;
    private final Classifications classifications;
    private final Releases releases;
    private final Datasets datasets;
    private final DataSource dataSource;

    Masking(
            MaskedTableRepository repository,
            Plans plans,
            Territories territories,
            Classifications classifications,
            Releases releases,
            Datasets datasets,
            DataSource dataSource) {
        this.repository = repository;
        this.plans = plans;
        this.territories = territories;
        this.classifications = classifications;
        this.releases = releases;
        this.datasets = datasets;
        this.dataSource = dataSource;
    }

    /**
     * @param merge whether the file is to be laid over what is there
     * @param embargo whether it is to be held back
     * @throws ProblemException when the data set is restricted and takes no such file
     */
    @Transactional
    public void checkFits(String datasetId, boolean merge, boolean embargo) {
        if ((merge || embargo) && plans.find(datasetId).isPresent()) {
            throw new ProblemException(IngestProblem.MASK_IMPOSSIBLE)
                    .withFaults(List.of(Fault.inParameter(
                            merge ? "update" : "embargoUntil", merge ? "RESTRICTED_MERGE" : "RESTRICTED_EMBARGO")));
        }
    }

    /**
     * Sees to it that no other import of a restricted data set waits for a decision: a mask holds against what is
     * published, which that one may be about to change. Two of them at the same time wait for each other here.
     *
     * @throws ProblemException when there is one
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void checkNonePending(String datasetId, UUID importId) throws SQLException {
        if (plans.find(datasetId).isEmpty()) {
            return;
        }
        datasets.lock(datasetId);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(PENDING)) {
            select.setString(1, datasetId);
            select.setObject(2, importId);
            try (ResultSet pending = select.executeQuery()) {
                if (pending.next()) {
                    throw new ProblemException(IngestProblem.IMPORT_PENDING, pending.getString(1));
                }
            }
        }
    }

    /**
     * Puts the masked tables of an import in the place of its batches, in the caller's transaction. Of a data set that is
     * not restricted, nothing is changed.
     *
     * @return the tables, none when the data set is not restricted
     * @throws ProblemException when the cells cannot be added up
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<MaskedTable> mask(Connection connection, DatasetDefined dataset, UUID importId, int batchRows)
            throws SQLException {
        Optional<TablePlan> plan = plans.find(dataset.id());
        if (plan.isEmpty()) {
            return List.of();
        }
        TableRows rows = TableRows.takenFrom(
                connection,
                importId,
                dataset.dimensions().stream().map(DatasetDefined.Dimension::id).toList());
        checkLevels(dataset, rows);
        List<TableToWrite> tables = plans.tables(dataset, plan.get()).stream()
                .map(table -> TableToWrite.open(connection, table, importId, batchRows))
                .toList();
        write(tables, plan.get().minimum(), rows, new Areas(territories, dataset.level()));
        for (TableToWrite table : tables) {
            table.counts().written(table.batches().count(), table.batches().whole());
            repository.persist(table.counts());
        }
        repository.flush();
        return tables.stream().map(TableToWrite::counts).toList();
    }

    private static void write(List<TableToWrite> tables, int k, TableRows rows, Areas areas) throws SQLException {
        Margins margins = new Margins(tables.stream()
                .flatMap(table -> table.plan().margins().stream())
                .distinct()
                .toList());
        for (int year : rows.years()) {
            PlanCells cells = new PlanCells(margins, areas);
            cells.add(rows, year);
            for (TableToWrite table : tables) {
                cells.add(table.plan(), rows.shown(table.plan().dataset().id(), year));
            }
            Mask mask = cells.mask(k);
            for (TableToWrite table : tables) {
                cells.write(table.plan(), mask, k, table.batches(), table.counts());
                table.batches().endYear();
            }
        }
    }

    /** A table and where it goes. */
    private record TableToWrite(PlannedTable plan, TableBatches batches, MaskedTable counts) {

        static TableToWrite open(Connection connection, PlannedTable table, UUID importId, int batchRows) {
            UUID id = UUID.randomUUID();
            DatasetDefined dataset = table.dataset();
            return new TableToWrite(
                    table,
                    new TableBatches(
                            connection,
                            id,
                            dataset.id(),
                            dataset.dimensions().stream()
                                    .map(DatasetDefined.Dimension::id)
                                    .toList(),
                            batchRows),
                    new MaskedTable(id, importId, dataset.id()));
        }
    }

    /** A code and another above it would count the same cases twice. */
    private void checkLevels(DatasetDefined dataset, TableRows rows) throws SQLException {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < dataset.dimensions().size(); i++) {
            DatasetDefined.Dimension dimension = dataset.dimensions().get(i);
            Set<String> codes = Set.copyOf(rows.codes(i));
            classifications.find(dimension.scheme()).orElseThrow().codes().stream()
                    .filter(code -> code.parent() != null && codes.contains(code.parent()))
                    .filter(code -> isUsed(code, codes, dimension.scheme()))
                    .map(Code::parent)
                    .distinct()
                    .forEach(total -> faults.add(Fault.inBody("", "TOTAL_WITH_PARTS", total, dimension.id())));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(IngestProblem.MASK_IMPOSSIBLE).withFaults(faults);
        }
    }

    /** Whether the code or one below it is there. */
    private boolean isUsed(Code code, Set<String> codes, String scheme) {
        return codes.contains(code.code())
                || classifications.find(scheme).orElseThrow().codes().stream()
                        .filter(below -> code.code().equals(below.parent()))
                        .anyMatch(below -> isUsed(below, codes, scheme));
    }

    /**
     * Publishes the masked tables of an import, each as its data set's next release, in the caller's transaction.
     *
     * @param content of the import
     * @return whether there are any
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean publish(Content content) throws SQLException {
        List<MaskedTable> tables = repository.of(content.id());
        for (MaskedTable table : tables) {
            releases.publish(table.datasetId(), contentOf(table, content));
            try (Connection connection = dataSource.getConnection()) {
                new ShownCells(connection).note(table.datasetId(), table.id());
            }
        }
        return !tables.isEmpty();
    }

    private static Content contentOf(MaskedTable table, Content content) {
        return new Content(
                table.id(),
                content.status(),
                content.changeNote(),
                Update.full,
                null,
                table.rows(),
                table.batches(),
                table.whole(),
                content.sourceSha256(),
                content.profile(),
                content.profileVersion(),
                content.retrievedAt(),
                content.territoriesVersion());
    }

    /**
     * A masked table with how far its publication is.
     *
     * @param progress empty before it is published
     */
    public record Status(MaskedTable table, Optional<Releases.Progress> progress) {}

    /** The tables of an import; none when its data set is not restricted. */
    @Transactional
    public List<Status> statuses(UUID importId) throws SQLException {
        List<Status> statuses = new ArrayList<>();
        for (MaskedTable table : repository.of(importId)) {
            statuses.add(new Status(table, releases.progress(table.id())));
        }
        return statuses;
    }
}
