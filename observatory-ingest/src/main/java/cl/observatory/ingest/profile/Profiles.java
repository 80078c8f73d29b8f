package cl.observatory.ingest.profile;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.classification.Classifications;
import cl.observatory.ingest.dataset.Datasets;
import cl.observatory.ingest.territory.Territories;
import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Import profiles and their versions. */
@ApplicationScoped
public class Profiles {

    /** SDMX CL_OBS_STATUS 2.2, as far as a publisher may state it. */
    public static final Set<String> STATUSES =
            Set.of("A", "B", "D", "E", "F", "G", "I", "K", "L", "M", "N", "O", "P", "U", "V");

    private final ProfileRepository repository;
    private final Datasets datasets;
    private final Territories territories;
    private final Classifications classifications;
    private final Clock clock;

    Profiles(
            ProfileRepository repository,
            Datasets datasets,
            Territories territories,
            Classifications classifications,
            Clock clock) {
        this.repository = repository;
        this.datasets = datasets;
        this.territories = territories;
        this.classifications = classifications;
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
        List<Fault> faults = new ProfileCheck(dataset, asked).faults(territories, classifications);
        if (!faults.isEmpty()) {
            throw new ProblemException(IngestProblem.DEFINITION_INVALID).withFaults(faults);
        }
        ImportProfile definition = asked.withDefaults();
        Profile latest = repository.findLatest(datasetId, definition.name()).orElse(null);
        if (latest != null && latest.definition().equals(definition)) {
            return latest;
        }
        int version = latest == null ? 1 : latest.version() + 1;
        Profile profile = new Profile(datasetId, version, definition, principal, clock.instant());
        repository.persistAndFlush(profile);
        return profile;
    }

    /** A data set with one of its profiles. */
    public record Reading(DatasetDefined dataset, Profile profile) {}

    /**
     * The newest version of a profile, with its data set.
     *
     * @throws ProblemException when there is no such data set, or it has no profile of that name
     */
    @Transactional
    public Reading getLatest(String datasetId, String name) {
        DatasetDefined dataset = datasets.getOwn(datasetId).definition();
        return new Reading(
                dataset,
                repository
                        .findLatest(datasetId, name)
                        .orElseThrow(() -> new ProblemException(IngestProblem.UNKNOWN_PROFILE, name, datasetId)));
    }

    /** Components that a row of the data set has, the optional status left out. */
    public static Set<String> requiredComponents(DatasetDefined dataset) {
        Set<String> required = new LinkedHashSet<>();
        required.add(ObservationBatch.REF_AREA);
        required.add(ObservationBatch.TIME_PERIOD);
        dataset.dimensions().forEach(dimension -> required.add(dimension.id()));
        required.add(ObservationBatch.OBS_VALUE);
        return required;
    }
}
