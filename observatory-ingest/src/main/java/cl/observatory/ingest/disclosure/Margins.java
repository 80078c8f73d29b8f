package cl.observatory.ingest.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The margins of a plan: those that its tables serve, and those that two of them share without serving them, which join
 * their cells all the same.
 */
public final class Margins {

    private static final Comparator<Margin> ORDER = Comparator.comparingInt(Margin::level)
            .thenComparing(Margin::frequency)
            .thenComparingInt(margin -> margin.dimensions().size())
            .thenComparing(margin -> margin.dimensions().toString());

    private final Set<Margin> served;
    private final List<Margin> all;

    /**
     * @param served by some table of the plan
     */
    public Margins(Collection<Margin> served) {
        this.served = Set.copyOf(served);
        Set<Margin> closed = new LinkedHashSet<>(served);
        Deque<Margin> fresh = new ArrayDeque<>(closed);
        while (!fresh.isEmpty()) {
            Margin one = fresh.remove();
            for (Margin other : List.copyOf(closed)) {
                Margin meet = one.meet(other);
                if (closed.add(meet)) {
                    fresh.add(meet);
                }
            }
        }
        this.all = closed.stream().sorted(ORDER).toList();
    }

    /** From the coarsest; a margin's place in this list is its number. */
    public List<Margin> all() {
        return all;
    }

    public boolean isServed(int margin) {
        return served.contains(all.get(margin));
    }

    /** Whether the cells of one margin are sums of the cells of the other. */
    public boolean isWithin(int coarse, int fine) {
        return all.get(coarse).isWithin(all.get(fine));
    }

    /** The margins whose cells are sums of the margin's own cells, with none in between. */
    List<Integer> directlyWithin(int margin) {
        List<Integer> within = new ArrayList<>();
        for (int other = 0; other < all.size(); other++) {
            if (other != margin && all.get(other).isWithin(all.get(margin))) {
                within.add(other);
            }
        }
        List<Integer> direct = new ArrayList<>(within);
        direct.removeIf(coarse -> within.stream()
                .anyMatch(between -> !between.equals(coarse) && all.get(coarse).isWithin(all.get(between))));
        return direct;
    }

    /**
     * Whether sums that agree pair by pair are always those of some one table of everything. Then the sums that tables
     * share say all that can be known, and the attack misses nothing. Decided by Graham's reduction.
     */
    public boolean isDecomposable() {
        List<Set<String>> edges = new ArrayList<>();
        all.forEach(margin -> edges.add(new HashSet<>(margin.attributes())));
        boolean reduced = true;
        while (reduced) {
            reduced = dropLonely(edges) || dropContained(edges);
        }
        return edges.size() <= 1;
    }

    private static boolean dropLonely(List<Set<String>> edges) {
        boolean dropped = false;
        for (Set<String> edge : edges) {
            dropped |= edge.removeIf(attribute ->
                    edges.stream().filter(other -> other.contains(attribute)).count() == 1);
        }
        return dropped;
    }

    private static boolean dropContained(List<Set<String>> edges) {
        for (int i = 0; i < edges.size(); i++) {
            for (int j = 0; j < edges.size(); j++) {
                if (i != j && edges.get(j).containsAll(edges.get(i))) {
                    edges.remove(i);
                    return true;
                }
            }
        }
        return false;
    }
}
