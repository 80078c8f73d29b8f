package cl.observatory.ingest;

import java.util.UUID;

/** Definitions that tests send, as the JSON of the API. */
public final class Definitions {

    private Definitions() {}

    /** An id that no other test uses. */
    public static String newId() {
        return "cases-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Monthly counts of police cases by commune and CEAD class. */
    public static String cases(String id) {
        return """
                {"id": "%s", "title": {"es": "Casos sintéticos", "en": "Synthetic cases"}, "kind": "COUNT",
                 "level": "commune", "unit": "CASES", "decimals": 0, "frequency": "M",
                 "dimensions": [{"id": "CRIME_CLASS", "scheme": "CEAD-2024"}],
                 "source": {"publisher": "Nobody", "title": "Made up", "licence": "CC0-1.0",
                            "url": "https://example.org/cases"},
                 "officialStatus": "DERIVED", "synthetic": true}
                """.formatted(id);
    }

    public static String population(String id) {
        return """
                {"id": "%s", "title": {"es": "Población sintética", "en": "Synthetic population"},
                 "kind": "POPULATION", "level": "commune", "unit": "PERSONS", "decimals": 0, "frequency": "A",
                 "dimensions": [], "source": {"publisher": "Nobody", "title": "Made up", "licence": "CC0-1.0"},
                 "officialStatus": "DERIVED", "populationBase": "SYNTHETIC", "synthetic": true}
                """.formatted(id);
    }

    /** Reads {@code area,month,class,cases}. */
    public static String profile(String name) {
        return """
                {"name": "%s",
                 "components": {"REF_AREA": {"column": "area"}, "TIME_PERIOD": {"column": "month"},
                                "CRIME_CLASS": {"column": "class"}, "OBS_VALUE": {"column": "cases"}}}
                """.formatted(name);
    }

    /** Yearly shares of households by commune, from a survey. */
    public static String estimates(String id) {
        return """
                {"id": "%s", "title": {"es": "Estimación sintética", "en": "Synthetic estimate"},
                 "kind": "ESTIMATE", "statistic": "PROPORTION", "level": "commune", "unit": "HOUSEHOLDS",
                 "decimals": 4, "frequency": "A", "dimensions": [],
                 "source": {"publisher": "Nobody", "title": "Made up", "licence": "CC0-1.0"},
                 "officialStatus": "DERIVED", "synthetic": true}
                """.formatted(id);
    }
}
