package cl.observatory.ingest.profile;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationBatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Profiles that every data set has: {@value #OBSERVATORY} reads what the observatory itself writes (exports, templates),
 * {@value #SDMX} reads SDMX-CSV 2.0. A data set can store others under these names.
 */
final class BuiltInProfiles {

    static final String OBSERVATORY = "observatory-csv";
    static final String SDMX = "sdmx-csv";

    /** Who stored them. */
    static final String AUTHOR = "observatory";

    /** With {@code labels=both}, SDMX writes code and name. */
    private static final String CODE_BEFORE_NAME = "([^:]*?)\\s*(?::.*)?";

    private BuiltInProfiles() {}

    /** Empty when none is of that name. */
    static Optional<ImportProfile> find(String name, DatasetDefined dataset) {
        return switch (name) {
            case OBSERVATORY ->
                Optional.of(ImportProfile.plain(OBSERVATORY, components(dataset, Origin::ofColumn), List.of()));
            case SDMX -> Optional.of(sdmx(dataset));
            default -> Optional.empty();
        };
    }

    private static ImportProfile sdmx(DatasetDefined dataset) {
        Map<String, Origin> components = components(
                dataset,
                column -> new Origin(column, null, null, null, CODE_BEFORE_NAME, null, null, null, null, null));
        components.put(ObservationBatch.OBS_VALUE, Origin.ofColumn(ObservationBatch.OBS_VALUE));
        return new ImportProfile(
                        SDMX,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        expectations(dataset),
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of("", "NaN", "#N/A"),
                        null,
                        components,
                        List.of(
                                "STRUCTURE_ID",
                                "STRUCTURE_NAME",
                                "SERIES_KEY",
                                "OBS_KEY",
                                "INDICATOR",
                                "CONF_STATUS",
                                "DECIMALS",
                                "SOURCE",
                                "POP_BASE"))
                .withDefaults();
    }

    private static Map<String, Origin> components(DatasetDefined dataset, Function<String, Origin> origin) {
        Map<String, Origin> components = new LinkedHashMap<>();
        Profiles.requiredComponents(dataset, false)
                .forEach(component -> components.put(component, origin.apply(component)));
        components.put(
                ObservationBatch.OBS_STATUS,
                origin.apply(ObservationBatch.OBS_STATUS).asOptional());
        addAttributes(dataset, components);
        return components;
    }

    private static void addAttributes(DatasetDefined dataset, Map<String, Origin> components) {
        Profiles.attributes(dataset)
                .forEach(attribute ->
                        components.put(attribute, Origin.ofColumn(attribute).asOptional()));
    }

    /** Rows are added or replaced, never deleted; and they speak of this data set. */
    private static List<RowCondition> expectations(DatasetDefined dataset) {
        return List.of(
                new RowCondition("STRUCTURE", List.of("dataflow", "datastructure", "dataprovision"), null, null, null),
                RowCondition.optionallyIn("ACTION", List.of("", "I", "A", "R", "M")),
                RowCondition.optionallyIn(
                        "FREQ", List.of("", dataset.frequency().name())),
                RowCondition.optionallyIn("UNIT_MEASURE", List.of("", dataset.unit())),
                RowCondition.optionallyIn("UNIT_MULT", List.of("", "0")));
    }
}
