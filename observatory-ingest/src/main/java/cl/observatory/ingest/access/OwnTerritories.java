package cl.observatory.ingest.access;

import cl.observatory.events.reference.TerritoriesPublished.Territory;
import cl.observatory.ingest.territory.Territories;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The territories whose figures a caller may send: all, or some with everything that lies within them. Immutable and
 * without a request, so that it can go along with a file that is read elsewhere.
 */
public final class OwnTerritories {

    /** Of a caller who is not bound to territories. */
    public static final OwnTerritories ALL = new OwnTerritories(null, Set.of());

    private final Set<String> bound;
    private final Set<String> within;

    private OwnTerritories(Set<String> bound, Set<String> within) {
        this.bound = bound;
        this.within = within;
    }

    static OwnTerritories of(Set<String> codes, Territories territories) {
        Set<String> within = new TreeSet<>();
        for (Territory territory : territories.table().territories()) {
            if (isWithin(territory, codes, territories)) {
                within.add(territory.code());
            }
        }
        return new OwnTerritories(Set.copyOf(codes), Set.copyOf(within));
    }

    private static boolean isWithin(Territory territory, Set<String> codes, Territories territories) {
        Optional<Territory> above = Optional.of(territory);
        while (above.isPresent()) {
            if (codes.contains(above.get().code())) {
                return true;
            }
            above = Optional.ofNullable(above.get().parent()).flatMap(territories::find);
        }
        return false;
    }

    public boolean isAll() {
        return bound == null;
    }

    /** Whether figures of the territory may be sent. */
    public boolean includes(String code) {
        return bound == null || within.contains(code);
    }

    /**
     * Whether figures of all these territories, and of everything within them, may be sent.
     *
     * @param codes as {@link #codes()} gives them: none at all stands for the whole country
     */
    public boolean cover(List<String> codes) {
        return bound == null || (!codes.isEmpty() && within.containsAll(codes));
    }

    /** The codes that the binding names, in order; none at all when it includes all. */
    public List<String> codes() {
        return bound == null ? List.of() : bound.stream().sorted().toList();
    }
}
