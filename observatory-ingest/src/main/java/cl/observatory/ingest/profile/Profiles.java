package cl.observatory.ingest.profile;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationAttribute;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.alias.AliasTable;
import cl.observatory.ingest.alias.AliasTables;
import cl.observatory.ingest.alias.NewAliasTable;
import cl.observatory.ingest.classification.Classifications;
import cl.observatory.ingest.dataset.Datasets;
import cl.observatory.ingest.territory.Territories;
import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Import profiles and their versions. */
@ApplicationScoped
public class Profiles {

    /** SDMX CL_OBS_STATUS 2.2, as far as a publisher may state it. */
    public static final Set<String> STATUSES =
            Set.of("A", "B", "D", "E", "F", "G", "I", "K", "L", "M", "N", "O", "P", "U", "V");

    private static final Set<String> ATTRIBUTES =
            Arrays.stream(ObservationAttribute.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final ProfileRepository repository;
    private final Datasets datasets;
    private final Territories territories;
    private final Classifications classifications;
    private final AliasTables aliasTables;
    private final Clock clock;

    Profiles(
            ProfileRepository repository,
            Datasets datasets,
            Territories territories,
            Classifications classifications,
            AliasTables aliasTables,
            Clock clock) {
        this.repository = repository;
        this.datasets = datasets;
        this.territories = territories;
        this.classifications = classifications;
        this.aliasTables = aliasTables;
        this.clock = clock;
    }

    /**
     * Stores a profile as the next version of its name; one that equals the latest version is that version.
     *
     * @throws ProblemException when the data set is unknown or the profile does not fit it
     */
    @Transactional
    public Profile define(String datasetId, ImportProfile asked, String principal) {
        DatasetDefined dataset = datasets.lockOwn(datasetId).definition();
        return store(dataset, checked(dataset, asked), principal);
    }

    /**
     * A profile that is only tried, with its defaults and the versions of its alias tables.
     *
     * @throws ProblemException when the data set is unknown or the profile does not fit it
     */
    @Transactional
    public Reading trial(String datasetId, ImportProfile asked) {
        DatasetDefined dataset = datasets.getOwn(datasetId).definition();
        return new Reading(dataset, checked(dataset, asked), 0);
    }

    private ImportProfile checked(DatasetDefined dataset, ImportProfile asked) {
        Map<String, Origin> origins = new LinkedHashMap<>();
        Map<String, NewAliasTable> tables = new HashMap<>();
        asked.components().forEach((component, origin) -> {
            Optional<AliasTable> table = aliasTable(origin);
            table.ifPresent(found -> tables.put(component, found.definition()));
            origins.put(
                    component,
                    table.map(found -> origin.withAliasesVersion(found.version()))
                            .orElse(origin));
        });
        List<Fault> faults = new ProfileCheck(dataset, asked, tables).faults(territories, classifications);
        if (!faults.isEmpty()) {
            throw new ProblemException(IngestProblem.DEFINITION_INVALID).withFaults(faults);
        }
        return asked.with(origins);
    }

    private Optional<AliasTable> aliasTable(Origin origin) {
        if (origin.aliases() == null) {
            return Optional.empty();
        }
        return origin.aliasesVersion() == null
                ? aliasTables.findLatest(origin.aliases())
                : aliasTables.find(origin.aliases(), origin.aliasesVersion());
    }

    private Profile store(DatasetDefined dataset, ImportProfile definition, String principal) {
        String datasetId = dataset.id();
        Profile latest = repository.findLatest(datasetId, definition.name()).orElse(null);
        if (latest != null && latest.definition().equals(definition)) {
            return latest;
        }
        int version = latest == null ? 1 : latest.version() + 1;
        Profile profile = new Profile(datasetId, version, definition, principal, clock.instant());
        if (principal.equals(BuiltInProfiles.AUTHOR)) {
            repository.persistAndFlush(profile);
        } else {
            repository.storeOfCaller(profile);
        }
        return profile;
    }

    /**
     * A data set with one of its profiles.
     *
     * @param version 0 when the profile is not stored
     */
    public record Reading(DatasetDefined dataset, ImportProfile profile, int version) {}

    /**
     * The newest version of a profile, with its data set. The profiles of {@link BuiltInProfiles} every data set has.
     *
     * @throws ProblemException when there is no such data set, or it has no profile of that name
     */
    @Transactional
    public Reading getLatest(String datasetId, String name) {
        DatasetDefined dataset = datasets.getOwn(datasetId).definition();
        Profile profile = repository
                .findLatest(datasetId, name)
                .or(() -> BuiltInProfiles.find(name, dataset)
                        .map(builtIn ->
                                store(datasets.lockOwn(datasetId).definition(), builtIn, BuiltInProfiles.AUTHOR)))
                .orElseThrow(() -> new ProblemException(IngestProblem.UNKNOWN_PROFILE, name, datasetId));
        return new Reading(dataset, profile.definition(), profile.version());
    }

    /**
     * Components that a row of the data set has, the optional status left out.
     *
     * @param cases whether rows are cases, which have no value
     */
    static Set<String> requiredComponents(DatasetDefined dataset, boolean cases) {
        Set<String> required = new LinkedHashSet<>();
        required.add(ObservationBatch.REF_AREA);
        required.add(ObservationBatch.TIME_PERIOD);
        dataset.dimensions().forEach(dimension -> required.add(dimension.id()));
        if (!cases) {
            required.add(ObservationBatch.OBS_VALUE);
        }
        return required;
    }

    /** Components that a row may have besides: what stands beside an estimate. */
    static Set<String> attributes(DatasetDefined dataset) {
        return dataset.hasEstimates() ? ATTRIBUTES : Set.of();
    }
}
