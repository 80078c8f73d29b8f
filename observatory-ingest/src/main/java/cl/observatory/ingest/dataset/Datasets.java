package cl.observatory.ingest.dataset;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.access.Permissions;
import cl.observatory.ingest.audit.Action;
import cl.observatory.ingest.audit.Audit;
import cl.observatory.ingest.classification.Classifications;
import cl.observatory.ingest.disclosure.Disclosure;
import cl.observatory.ingest.disclosure.PlannedTable;
import cl.observatory.ingest.disclosure.Plans;
import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Definition of data sets. A definition and the event that tells of it share one transaction. */
@ApplicationScoped
public class Datasets {

    /** Components that every data set has, whose ids no dimension can take. */
    private static final Set<String> COMPONENTS = Set.of(
            "REF_AREA",
            "TIME_PERIOD",
            "OBS_VALUE",
            "OBS_STATUS",
            "STD_ERR",
            "LOWER_CI",
            "UPPER_CI",
            "SAMPLE_SIZE",
            "DF");

    private static final Pattern ID = Pattern.compile(NewDataset.ID);

    /** Keeps the number of a cell, territories and periods included, within a long. */
    private static final double MAX_CELLS = 1e9;

    private final DatasetRepository repository;
    private final Classifications classifications;
    private final Clock clock;
    private final Permissions permissions;
    private final Audit audit;
    private final Plans plans;

    Datasets(
            DatasetRepository repository,
            Classifications classifications,
            Clock clock,
            Permissions permissions,
            Audit audit,
            Plans plans) {
        this.repository = repository;
        this.classifications = classifications;
        this.clock = clock;
        this.permissions = permissions;
        this.audit = audit;
        this.plans = plans;
    }

    /**
     * Defines a data set. The same definition a second time changes nothing and gives the first answer. Of a restricted
     * one, the tables are defined along with it, and only they are told of.
     *
     * @throws ProblemException when the id stands for another definition, or the caller may not define it
     */
    @Transactional
    public DatasetDefined define(NewDataset asked) throws SQLException {
        checkOwn(asked.id());
        check(asked);
        DatasetDefined definition = asked.definition(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        repository.lockId(asked.id());
        Dataset existing = repository.findById(asked.id());
        if (existing != null) {
            if (!asked.definition(existing.definition().definedAt()).equals(existing.definition())
                    || !Optional.ofNullable(asked.plan()).equals(plans.find(asked.id()))) {
                throw new ProblemException(IngestProblem.DATASET_DIFFERS, asked.id());
            }
            return existing.definition();
        }
        if (asked.plan() == null) {
            repository.store(new Dataset(definition));
        } else {
            repository.persistAndFlush(new Dataset(definition));
            for (PlannedTable table : plans.tables(definition, asked.plan())) {
                defineTable(table.dataset());
            }
            plans.add(definition, asked.plan());
        }
        audit.record(Action.DATASET_DEFINED, asked.id(), "datasets/" + asked.id(), null, Map.of());
        return definition;
    }

    private void defineTable(DatasetDefined table) throws SQLException {
        repository.lockId(table.id());
        if (repository.findById(table.id()) != null) {
            throw new ProblemException(IngestProblem.DATASET_DIFFERS, table.id());
        }
        repository.store(new Dataset(table));
    }

    /**
     * @throws ProblemException when there is none of that id
     */
    @Transactional
    public Dataset get(String id) {
        return found(id, repository::findByIdOptional);
    }

    /**
     * A data set in which the caller is going to work.
     *
     * @throws ProblemException when the caller may not, there is none of that id, or it is a table of another
     */
    @Transactional
    public Dataset getOwn(String id) {
        permissions.checkDataset(id);
        Dataset dataset = get(id);
        checkTakesFiles(id);
        return dataset;
    }

    private void checkTakesFiles(String id) {
        plans.restrictedOf(id).ifPresent(restricted -> {
            throw new ProblemException(IngestProblem.DATASET_IS_TABLE, id, restricted);
        });
    }

    /** The same, its row locked until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Dataset lockOwn(String id) {
        permissions.checkDataset(id);
        Dataset dataset = lock(id);
        checkTakesFiles(id);
        return dataset;
    }

    /**
     * For what speaks of a data set as a whole, such as an indicator.
     *
     * @throws ProblemException when the caller may not
     */
    public void checkOwn(String id) {
        permissions.checkDataset(id);
        permissions.checkWholeCountry();
    }

    /** Any data set, its row locked until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Dataset lock(String id) {
        return found(id, repository::findLocked);
    }

    /** An id that no data set can have is not looked for: there are characters that a database does not even take. */
    private static Dataset found(String id, Function<String, Optional<Dataset>> find) {
        return Optional.of(id)
                .filter(ID.asMatchPredicate())
                .flatMap(find)
                .orElseThrow(() -> new ProblemException(IngestProblem.UNKNOWN_DATASET, id));
    }

    /** Combinations of the dimensions' codes. */
    private double cells(NewDataset asked) {
        return asked.dimensions().stream()
                .mapToDouble(
                        dimension -> classifications.codes(dimension.scheme()).size())
                .reduce(1, (product, size) -> product * size);
    }

    private void check(NewDataset asked) {
        List<Fault> faults = new ArrayList<>();
        Set<String> taken = new HashSet<>(COMPONENTS);
        for (int i = 0; i < asked.dimensions().size(); i++) {
            NewDataset.Dimension dimension = asked.dimensions().get(i);
            if (!taken.add(dimension.id())) {
                faults.add(Fault.inBody("/dimensions/" + i + "/id", "DIMENSION_TAKEN", dimension.id()));
            }
            if (classifications.find(dimension.scheme()).isEmpty()) {
                faults.add(Fault.inBody("/dimensions/" + i + "/scheme", "UNKNOWN_SCHEME", dimension.scheme()));
            }
        }
        if (cells(asked) > MAX_CELLS) {
            faults.add(Fault.inBody("/dimensions", "CUBE_TOO_LARGE"));
        }
        checkKind(asked, faults);
        checkDisclosure(asked, faults);
        if (!faults.isEmpty()) {
            throw new ProblemException(IngestProblem.DEFINITION_INVALID).withFaults(faults);
        }
    }

    private void checkDisclosure(NewDataset asked, List<Fault> faults) {
        boolean restricted = asked.disclosure() == Disclosure.RESTRICTED;
        if (restricted != (asked.plan() != null)) {
            faults.add(Fault.inBody("/plan", restricted ? "PLAN_MISSING" : "PLAN_OF_PUBLIC"));
        } else if (restricted && faults.isEmpty()) {
            faults.addAll(plans.faults(asked.definition(clock.instant()), asked.plan()));
        }
    }

    private static void checkKind(NewDataset asked, List<Fault> faults) {
        NewDataset.Kind kind = asked.kind();
        boolean people = kind == NewDataset.Kind.POPULATION;
        if (people && asked.populationBase() == null) {
            faults.add(Fault.inBody("/populationBase", "POPULATION_BASE_MISSING"));
        }
        if (people && asked.frequency() != Frequency.A) {
            faults.add(Fault.inBody("/frequency", "POPULATION_NOT_ANNUAL"));
        }
        if (people && asked.aggregation() == NewDataset.Aggregation.NONE) {
            faults.add(Fault.inBody("/aggregation", "POPULATION_ADDS_UP"));
        }
        if ((people || kind == NewDataset.Kind.COUNT) && asked.decimals() != 0) {
            faults.add(Fault.inBody("/decimals", "COUNT_WITH_DECIMALS"));
        }
        boolean neverAdded = kind == NewDataset.Kind.ESTIMATE || kind == NewDataset.Kind.INDEX;
        if (neverAdded && asked.aggregation() == NewDataset.Aggregation.SUM) {
            faults.add(Fault.inBody("/aggregation", "NEVER_ADDED_UP"));
        }
        boolean estimate = kind == NewDataset.Kind.ESTIMATE;
        if (estimate != (asked.statistic() != null)) {
            faults.add(Fault.inBody("/statistic", estimate ? "STATISTIC_MISSING" : "STATISTIC_WITHOUT_ESTIMATE"));
        }
    }
}
