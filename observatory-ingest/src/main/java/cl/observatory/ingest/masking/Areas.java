package cl.observatory.ingest.masking;

import cl.observatory.ingest.territory.Territories;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** The territories of a data set and those above them. */
final class Areas {

    private final Territories territories;
    private final int level;

    /**
     * @param level of the data set
     */
    Areas(Territories territories, String level) {
        this.territories = territories;
        this.level = Territories.LEVELS.indexOf(level);
    }

    String parent(String code) {
        return territories.find(code).orElseThrow().parent();
    }

    /** For each territory of the data set the one of a level that it lies in. */
    Map<String, String> above(int wanted) {
        Map<String, String> above = new LinkedHashMap<>();
        for (String code : new TreeSet<>(territories.codes(Territories.LEVELS.get(level)))) {
            String area = code;
            for (int at = level; at > wanted; at--) {
                area = parent(area);
            }
            above.put(code, area);
        }
        return above;
    }
}
