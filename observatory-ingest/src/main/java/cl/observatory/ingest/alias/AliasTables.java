package cl.observatory.ingest.alias;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.audit.Action;
import cl.observatory.ingest.audit.Audit;
import cl.observatory.ingest.classification.Classifications;
import cl.observatory.ingest.territory.Territories;
import cl.observatory.problem.Fault;
import cl.observatory.problem.JsonPointer;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Alias tables and their versions. */
@ApplicationScoped
public class AliasTables {

    private static final int CODES_TOLD = 10;

    private final AliasTableRepository repository;
    private final Territories territories;
    private final Classifications classifications;
    private final Clock clock;
    private final Audit audit;

    AliasTables(
            AliasTableRepository repository,
            Territories territories,
            Classifications classifications,
            Clock clock,
            Audit audit) {
        this.repository = repository;
        this.territories = territories;
        this.classifications = classifications;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Stores a table as the next version of its name; one that equals the latest version is that version.
     *
     * @throws ProblemException when a code or the scheme does not exist
     */
    @Transactional
    AliasTable define(NewAliasTable asked, String principal) {
        check(asked);
        repository.lockName(asked.name());
        AliasTable latest = repository.findLatest(asked.name()).orElse(null);
        if (latest != null && latest.definition().equals(asked)) {
            return latest;
        }
        AliasTable table = new AliasTable(latest == null ? 1 : latest.version() + 1, asked, principal, clock.instant());
        repository.persistAndFlush(table);
        audit.record(
                Action.ALIASES_DEFINED,
                null,
                "alias-tables/" + asked.name(),
                null,
                Map.of("version", Integer.toString(table.version())));
        return table;
    }

    /** The newest version of a table. */
    @Transactional
    public Optional<AliasTable> findLatest(String name) {
        return repository.findLatest(name);
    }

    @Transactional
    public Optional<AliasTable> find(String name, int version) {
        return repository.findByIdOptional(new AliasTable.Key(name, version));
    }

    /**
     * @throws ProblemException when there is none of that name
     */
    @Transactional
    AliasTable get(String name) {
        return repository
                .findLatest(name)
                .orElseThrow(() -> new ProblemException(IngestProblem.UNKNOWN_ALIAS_TABLE, name));
    }

    private void check(NewAliasTable asked) {
        Predicate<String> known;
        if (asked.scheme().equals(NewAliasTable.TERRITORY)) {
            known = code -> territories.find(code).isPresent();
        } else if (classifications.find(asked.scheme()).isPresent()) {
            known = classifications.codes(asked.scheme())::contains;
        } else {
            throw new ProblemException(IngestProblem.DEFINITION_INVALID)
                    .withFaults(List.of(Fault.inBody("/scheme", "UNKNOWN_SCHEME", asked.scheme())));
        }
        List<Fault> faults = asked.entries().entrySet().stream()
                .filter(entry -> !known.test(entry.getValue()))
                .limit(CODES_TOLD)
                .map(entry -> Fault.inBody(
                        JsonPointer.to("entries", entry.getKey()), "CODE_UNKNOWN", entry.getValue(), asked.scheme()))
                .toList();
        if (!faults.isEmpty()) {
            throw new ProblemException(IngestProblem.DEFINITION_INVALID).withFaults(faults);
        }
    }
}
