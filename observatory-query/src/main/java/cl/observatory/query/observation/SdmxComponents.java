package cl.observatory.query.observation;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.problem.Parameters;
import cl.observatory.query.structure.SdmxAttributes;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which components of a data structure a file tells, besides its dimensions.
 *
 * @param flat whether observations stand alone, instead of in series
 * @param value whether the measure is told
 * @param attributes those that are told, by their ids
 */
record SdmxComponents(boolean flat, boolean value, Set<String> attributes) {

    /** All, in series. */
    static SdmxComponents all(DatasetDefined dataset) {
        Set<String> attributes = new TreeSet<>(SdmxAttributes.OF_DATASET);
        attributes.addAll(SdmxAttributes.ofObservations(dataset));
        return new SdmxComponents(false, true, attributes);
    }

    /**
     * Reads the parameters of an SDMX query; faults go to the parameters.
     *
     * @param atObservation {@code TIME_PERIOD} or {@code AllDimensions}, null for the former
     * @param measures null for all
     * @param attributes null for those of the structure, which are all
     */
    static SdmxComponents read(
            Parameters parameters, DatasetDefined dataset, String atObservation, String measures, String attributes) {
        At at = parameters.oneOf("dimensionAtObservation", atObservation, At.class, At.TIME_PERIOD);
        Measures told = parameters.oneOf("measures", measures, Measures.class, Measures.all);
        SdmxComponents all = all(dataset);
        Set<String> chosen = attributes == null ? all.attributes() : new TreeSet<>();
        for (String each : attributes == null ? new String[0] : attributes.split(",", -1)) {
            switch (each) {
                case "dsd", "all" -> chosen.addAll(all.attributes());
                case "dataset" -> chosen.addAll(SdmxAttributes.OF_DATASET);
                case "obs" -> chosen.addAll(SdmxAttributes.ofObservations(dataset));
                // there are none of series, and no reference metadata
                case "none", "series", "msd" -> {}
                default -> {
                    if (all.attributes().contains(each)) {
                        chosen.add(each);
                    } else {
                        parameters.refuse(
                                "attributes",
                                "NOT_ONE_OF",
                                "all, dsd, dataset, series, obs, msd, none, " + String.join(", ", all.attributes()));
                    }
                }
            }
        }
        return new SdmxComponents(at == At.AllDimensions, told != Measures.none, chosen);
    }

    boolean tells(String attribute) {
        return attributes.contains(attribute);
    }

    private enum At {
        TIME_PERIOD,
        AllDimensions
    }

    private enum Measures {
        all,
        none,
        OBS_VALUE
    }
}
