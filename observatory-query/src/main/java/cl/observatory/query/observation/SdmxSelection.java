package cl.observatory.query.observation;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.problem.Parameters;
import cl.observatory.query.territory.TerritorySelection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an SDMX query selects by its key and its filters, dimension by dimension. Faults go to the parameters. */
final class SdmxSelection {

    private static final String FREQ = "FREQ";
    private static final String REF_AREA = "REF_AREA";
    private static final String TIME_PERIOD = "TIME_PERIOD";
    private static final String ANY = "*";
    private static final int MOST = 500;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,40}|\\*|");
    private static final String EQUAL = "eq:";

    private final Parameters parameters;
    private final DatasetDefined dataset;
    private final List<String> dimensions;
    private final Map<String, Selected> selected = new LinkedHashMap<>();
    private String periods;

    /**
     * @param parameter where it was written
     */
    private record Selected(String parameter, List<String> codes) {}

    SdmxSelection(Parameters parameters, DatasetDefined dataset) {
        this.parameters = parameters;
        this.dataset = dataset;
        this.dimensions = Stream.concat(
                        Stream.of(FREQ, REF_AREA), dataset.dimensions().stream().map(DatasetDefined.Dimension::id))
                .toList();
    }

    /**
     * Takes keys, parted by commas: the codes of all dimensions but time, parted by dots, a star for any, what is left out
     * at the end for any as well. Several have to be all combinations of their codes.
     */
    void key(String written) {
        Set<List<String>> keys = new LinkedHashSet<>();
        for (String key : written.split(",", MOST + 1)) {
            List<String> codes = new ArrayList<>(List.of(key.split("\\.", -1)));
            if (codes.size() > dimensions.size()
                    || codes.stream().anyMatch(code -> !CODE.matcher(code).matches())) {
                parameters.refuse("key", "NOT_A_KEY", cut(key), String.join(".", dimensions));
                return;
            }
            while (codes.size() < dimensions.size()) {
                codes.add(ANY);
            }
            codes.replaceAll(code -> code.isEmpty() ? ANY : code);
            keys.add(codes);
        }
        int combinations = 1;
        for (int i = 0; i < dimensions.size(); i++) {
            int place = i;
            List<String> codes =
                    keys.stream().map(key -> key.get(place)).distinct().toList();
            combinations *= codes.contains(ANY) && codes.size() > 1 ? MOST + 1 : codes.size();
            combinations = Math.min(combinations, MOST + 1);
            if (!codes.contains(ANY)) {
                select(dimensions.get(i), new Selected("key", codes));
            }
        }
        if (combinations != keys.size()) {
            parameters.refuse("key", "NOT_ALL_COMBINATIONS");
        }
    }

    /**
     * Takes a filter of a component: codes parted by commas, and of time what {@link SdmxPeriods} reads.
     *
     * @param component its id
     */
    void filter(String component, String written) {
        String parameter = "c[" + component + "]";
        if (component.equals(TIME_PERIOD)) {
            periods = written;
            return;
        }
        if (!dimensions.contains(component)) {
            parameters.refuse(cut(parameter), "NOT_A_COMPONENT", TIME_PERIOD + ", " + String.join(", ", dimensions));
            return;
        }
        List<String> codes = Arrays.stream(written.split(",", -1))
                .map(code -> code.startsWith(EQUAL) ? code.substring(EQUAL.length()) : code)
                .toList();
        if (codes.size() > MOST
                || codes.stream()
                        .anyMatch(code -> !DimensionFilter.CODE.matcher(code).matches())) {
            parameters.refuse(parameter, "NOT_CODES", cut(written));
            return;
        }
        select(component, new Selected(parameter, codes));
    }

    private void select(String dimension, Selected codes) {
        if (selected.putIfAbsent(dimension, codes) != null) {
            parameters.refuse(codes.parameter(), "DIMENSION_TWICE", dimension);
        }
    }

    /** The question that it comes to, at one instant and since another. */
    ObservationQuestion question(Instant asOf, Instant updatedAfter) {
        Selected areas = selected.getOrDefault(REF_AREA, new Selected(REF_AREA, List.of()));
        List<String> filters = dataset.dimensions().stream()
                .map(DatasetDefined.Dimension::id)
                .filter(selected::containsKey)
                .map(id -> id + ':' + String.join(",", selected.get(id).codes()))
                .toList();
        Frequency frequency = frequency();
        return new ObservationQuestion(
                dataset.id(),
                areas.codes().isEmpty()
                        ? List.of()
                        : TerritorySelection.codes(
                                parameters, areas.parameter(), String.join(",", areas.codes()), MOST),
                null,
                "CL",
                SdmxPeriods.read(parameters, periods, frequency, dataset.frequency()),
                filters,
                asOf,
                updatedAfter);
    }

    /** That of the data set, or the year, which its cells are added up to. */
    private Frequency frequency() {
        Selected asked = selected.get(FREQ);
        if (asked == null) {
            return dataset.frequency();
        }
        return Stream.of(dataset.frequency(), Frequency.A)
                .filter(each -> asked.codes().equals(List.of(each.name())))
                .findFirst()
                .orElseGet(() -> {
                    parameters.refuse(
                            asked.parameter(),
                            "FREQUENCY_NOT_AVAILABLE",
                            dataset.frequency().name());
                    return dataset.frequency();
                });
    }

    private static String cut(String text) {
        return text.length() > 100 ? text.substring(0, 100) : text;
    }
}
