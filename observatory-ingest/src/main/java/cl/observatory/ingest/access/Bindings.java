package cl.observatory.ingest.access;

import java.util.Optional;
import java.util.Set;

/**
 * What the scopes of a caller are bound to; empty is unbound.
 *
 * @param organization whom the caller works for
 * @param territories whose figures the caller may send
 * @param datasets in which the caller may work
 */
public record Bindings(Optional<String> organization, OwnTerritories territories, Optional<Set<String>> datasets) {

    static final Bindings NONE = new Bindings(Optional.empty(), OwnTerritories.ALL, Optional.empty());

    boolean allows(String datasetId) {
        return datasets.map(allowed -> allowed.contains(datasetId)).orElse(true);
    }
}
