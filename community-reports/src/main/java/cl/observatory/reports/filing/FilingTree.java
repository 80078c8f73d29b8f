package cl.observatory.reports.filing;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree over the leaves of a day, hashed as in RFC 6962: a byte tells leaves from nodes, so that no node can be passed
 * off as a leaf. It is full: the number of leaves is a power of two.
 */
public final class FilingTree {

    /** How many leaves the tree of a day has, unless more were filed. */
    public static final int LEAST_LEAVES = 1024;

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /** From the leaves to the root. */
    private final List<List<byte[]>> levels = new ArrayList<>();

    /**
     * @param leaves 32 bytes each, in their places
     */
    public FilingTree(List<byte[]> leaves) {
        if (Integer.bitCount(leaves.size()) != 1) {
            throw new IllegalArgumentException("no power of two: " + leaves.size() + " leaves");
        }
        List<byte[]> level = leaves.stream().map(leaf -> Sha256.of(LEAF, leaf)).toList();
        levels.add(level);
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>(level.size() / 2);
            for (int i = 0; i < level.size(); i += 2) {
                above.add(Sha256.of(NODE, level.get(i), level.get(i + 1)));
            }
            level = above;
            levels.add(level);
        }
    }

    /** How many leaves the tree has in which so many were filed: of the fixed sizes the first that holds them. */
    public static int size(int filed) {
        int size = LEAST_LEAVES;
        while (size < filed) {
            size = Math.multiplyExact(size, 2);
        }
        return size;
    }

    public byte[] root() {
        return levels.getLast().getFirst().clone();
    }

    /** What the leaf at a place is hashed with on its way to the root, from the leaf on. */
    public List<byte[]> path(int place) {
        List<byte[]> path = new ArrayList<>();
        int at = place;
        for (List<byte[]> level : levels.subList(0, levels.size() - 1)) {
            path.add(level.get(at ^ 1).clone());
            at >>= 1;
        }
        return path;
    }
}
