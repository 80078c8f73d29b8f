package cl.observatory.ingest.profile;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.classification.Classifications;
import cl.observatory.ingest.dataset.Datasets;
import cl.observatory.ingest.profile.ImportProfile.Origin;
import cl.observatory.ingest.territory.Territories;
import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Import profiles and their versions. */
@ApplicationScoped
public class Profiles {

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
        DatasetDefined dataset = datasets.lock(datasetId).definition();
        check(dataset, asked);
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
        DatasetDefined dataset = datasets.get(datasetId).definition();
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

    private void check(DatasetDefined dataset, ImportProfile asked) {
        List<Fault> faults = new ArrayList<>();
        Set<String> required = requiredComponents(dataset);
        for (String component : required) {
            if (!asked.components().containsKey(component)) {
                faults.add(Fault.inBody("/components/" + component, "COMPONENT_MISSING", component, dataset.id()));
            }
        }
        asked.components().forEach((component, origin) -> {
            String pointer = "/components/" + component;
            if (!required.contains(component) && !component.equals(ObservationBatch.OBS_STATUS)) {
                faults.add(Fault.inBody(pointer, "COMPONENT_UNKNOWN", component, dataset.id()));
            }
            if ((origin.column() == null) == (origin.constant() == null)) {
                faults.add(Fault.inBody(pointer, "COLUMN_OR_CONSTANT"));
            }
            if (origin.format() != null && !component.equals(ObservationBatch.TIME_PERIOD)) {
                faults.add(Fault.inBody(pointer + "/format", "FORMAT_WITHOUT_PERIOD"));
            }
            if (component.equals(ObservationBatch.OBS_VALUE) && (origin.codes() != null || origin.column() == null)) {
                faults.add(Fault.inBody(pointer, "VALUE_FROM_COLUMN"));
            }
        });
        checkCodes(ObservationBatch.REF_AREA, asked, territories.codes(dataset.level()), faults);
        dataset.dimensions()
                .forEach(dimension ->
                        checkCodes(dimension.id(), asked, classifications.codes(dimension.scheme()), faults));
        if (asked.thousandsSeparator() != null
                && asked.thousandsSeparator().equals(asked.withDefaults().decimalSeparator())) {
            faults.add(Fault.inBody("/thousandsSeparator", "SEPARATORS_EQUAL"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(IngestProblem.DEFINITION_INVALID).withFaults(faults);
        }
    }

    /** A code that the profile itself gives must exist; the first ten that do not are told. */
    private static void checkCodes(String component, ImportProfile asked, Set<String> known, List<Fault> faults) {
        Origin origin = asked.components().get(component);
        if (origin == null) {
            return;
        }
        if (origin.constant() != null && origin.codes() == null && !known.contains(origin.constant())) {
            faults.add(Fault.inBody(
                    "/components/" + component + "/constant", "CODE_UNKNOWN", origin.constant(), component));
        }
        if (origin.codes() != null) {
            origin.codes().values().stream()
                    .distinct()
                    .filter(code -> !known.contains(code))
                    .limit(10)
                    .forEach(code -> faults.add(
                            Fault.inBody("/components/" + component + "/codes", "CODE_UNKNOWN", code, component)));
        }
    }
}
