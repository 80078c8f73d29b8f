package cl.observatory.ingest.reading;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.ClassificationPublished;
import cl.observatory.events.reference.TerritoriesPublished.Territory;
import cl.observatory.ingest.access.OwnTerritories;
import cl.observatory.ingest.alias.AliasTables;
import cl.observatory.ingest.alias.Names;
import cl.observatory.ingest.alias.NewAliasTable;
import cl.observatory.ingest.classification.Classifications;
import cl.observatory.ingest.profile.Origin;
import cl.observatory.ingest.territory.Territories;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the codes come from that a file may use.
 *
 * @param own territories whose figures it may hold
 */
public record Schemes(
        Territories territories, Classifications classifications, AliasTables aliases, OwnTerritories own) {

    /** For files that may hold figures of any territory. */
    public Schemes(Territories territories, Classifications classifications, AliasTables aliases) {
        this(territories, classifications, aliases, OwnTerritories.ALL);
    }

    /** The same for a file whose sender is bound to territories. */
    public Schemes boundTo(OwnTerritories territoriesOfSender) {
        return new Schemes(territories, classifications, aliases, territoriesOfSender);
    }

    /** Of territories that exist today: a name does not tell a place from the one that it was before. */
    Translation ofTerritories(Origin origin, String level) {
        Map<String, Labels> official = territories.table().territories().stream()
                .filter(territory -> territory.level().equals(level) && territory.validTo() == null)
                .collect(Collectors.toMap(Territory::code, Territory::labels));
        return new Translation(origin, names(origin, official, territories.codes(level)));
    }

    Translation ofCodes(Origin origin, String scheme) {
        Map<String, Labels> official = classifications.find(scheme).orElseThrow().codes().stream()
                .collect(Collectors.toMap(ClassificationPublished.Code::code, ClassificationPublished.Code::labels));
        return new Translation(origin, names(origin, official, official.keySet()));
    }

    private Names names(Origin origin, Map<String, Labels> official, Set<String> codes) {
        if (origin.aliases() == null) {
            return null;
        }
        NewAliasTable table = aliases.find(origin.aliases(), origin.aliasesVersion())
                .orElseThrow(() -> new IllegalStateException("a profile names an alias table that is not there"))
                .definition();
        Map<String, String> names = table.hasOfficialNames() ? officialNames(official) : new HashMap<>();
        table.entries().forEach((name, code) -> {
            if (codes.contains(code)) {
                names.put(name.strip(), code);
            }
        });
        return new Names(names);
    }

    /** Without those that more than one code bears. */
    private static Map<String, String> officialNames(Map<String, Labels> official) {
        Map<String, String> names = new HashMap<>();
        Set<String> shared = new HashSet<>();
        official.forEach((code, labels) -> {
            if (names.put(labels.es(), code) != null) {
                shared.add(labels.es());
            }
        });
        names.keySet().removeAll(shared);
        return names;
    }
}
