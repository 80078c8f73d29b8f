package cl.observatory.ingest.indicator;

import cl.observatory.events.reference.ClassificationPublished.Code;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which codes of a classification lie within which. */
final class CodeTree {

    private final Map<String, String> parents = new HashMap<>();
    private final Set<String> holders;

    /**
     * @param codes a tree: every parent is among them
     */
    CodeTree(List<Code> codes) {
        codes.forEach(code -> parents.put(code.code(), code.parent()));
        holders = parents.values().stream().filter(Objects::nonNull).collect(Collectors.toSet());
    }

    boolean has(String code) {
        return parents.containsKey(code);
    }

    /** One of some codes that holds another code, which is not itself. */
    Optional<String> holderOf(String code, Collection<String> some) {
        return above(code).filter(some::contains).findFirst();
    }

    /** Whether a code is one of some, or lies within one. */
    boolean isCovered(String code, Collection<String> some) {
        return some.contains(code) || holderOf(code, some).isPresent();
    }

    /** The codes without parts that some codes are or hold. */
    Set<String> leaves(Collection<String> some) {
        Set<String> leaves = new HashSet<>();
        for (String code : parents.keySet()) {
            if (!holders.contains(code) && isCovered(code, some)) {
                leaves.add(code);
            }
        }
        return leaves;
    }

    private Stream<String> above(String code) {
        return Stream.iterate(parents.get(code), Objects::nonNull, parents::get);
    }
}
