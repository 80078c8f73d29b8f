package cl.observatory.query.territory;

import cl.observatory.problem.Parameters;
import cl.observatory.query.territory.Territories.Territory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The territories that a question is about.
 *
 * @param found in geographic order
 * @param unknown well-formed codes that do not exist
 */
public record TerritorySelection(List<Territory> found, List<String> unknown) {

    /** Reads a list of codes, parted by commas; faults go to the parameters, and the list is then empty. */
    public static List<String> codes(Parameters parameters, String name, String value, int most) {
        if (value == null) {
            return List.of();
        }
        Set<String> codes = new LinkedHashSet<>(List.of(value.split(",", -1)));
        if (codes.size() > most) {
            parameters.refuse(name, "TOO_MANY", Integer.toString(most));
            return List.of();
        }
        for (String code : codes) {
            if (!Territories.CODE.matcher(code).matches()) {
                parameters.refuse(name, "NOT_A_TERRITORY_CODE", code.length() > 20 ? code.substring(0, 20) : code);
                return List.of();
            }
        }
        return List.copyOf(codes);
    }

    public static TerritorySelection of(Territories territories, List<String> codes) {
        List<Territory> found = territories.find(codes);
        List<String> unknown = new ArrayList<>(codes);
        unknown.removeAll(found.stream().map(Territory::code).toList());
        return new TerritorySelection(found, List.copyOf(unknown));
    }

    public List<String> codes() {
        return found.stream().map(Territory::code).toList();
    }
}
