package cl.observatory.query.observation;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.problem.Parameters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads filters of the form {@code CRIME_CLASS:40101,40102}. */
final class DimensionFilter {

    static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

    private static final Pattern CODES = Pattern.compile("[A-Za-z0-9_.-]{1,40}(,[A-Za-z0-9_.-]{1,40}){0,499}");

    private DimensionFilter() {}

    /** Codes by the place of the dimension, from 1; faults go to the parameters. */
    static Map<Integer, List<String>> read(Parameters parameters, DatasetDefined dataset, List<String> filters) {
        List<String> ids =
                dataset.dimensions().stream().map(DatasetDefined.Dimension::id).toList();
        Map<Integer, List<String>> codes = new TreeMap<>();
        for (String filter : filters) {
            int colon = filter.indexOf(':');
            int place = colon < 0 ? 0 : ids.indexOf(filter.substring(0, colon)) + 1;
            if (place == 0 || !CODES.matcher(filter.substring(colon + 1)).matches()) {
                parameters.refuse(
                        "dimension",
                        "NOT_A_DIMENSION",
                        filter.length() > 100 ? filter.substring(0, 100) : filter,
                        String.join(", ", ids));
            } else if (codes.containsKey(place)) {
                parameters.refuse("dimension", "DIMENSION_TWICE", ids.get(place - 1));
            } else {
                codes.put(place, List.of(filter.substring(colon + 1).split(",")));
            }
        }
        return codes;
    }
}
