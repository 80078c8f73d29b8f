package cl.observatory.query.structure;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationAttribute;
import java.util.List;
import java.util.stream.Stream;

/** What stands beside values, as SDMX attaches it. */
public final class SdmxAttributes {

    /** Attached to the data set: of all its observations the same. */
    public static final List<String> OF_DATASET = List.of("UNIT_MEASURE", "UNIT_MULT", "DECIMALS");

    private static final List<String> OF_EVERY_OBSERVATION = List.of("OBS_STATUS", "CONF_STATUS");

    private SdmxAttributes() {}

    /** Attached to observations, in the order in which files have them. */
    public static List<String> ofObservations(DatasetDefined dataset) {
        Stream<String> ofEstimates = dataset.hasEstimates()
                ? Stream.of(ObservationAttribute.values()).map(ObservationAttribute::name)
                : Stream.of();
        return Stream.concat(OF_EVERY_OBSERVATION.stream(), ofEstimates).toList();
    }
}
