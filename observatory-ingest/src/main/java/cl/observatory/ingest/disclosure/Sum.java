package cl.observatory.ingest.disclosure;

import java.util.stream.IntStream;

/** A cell is the sum of others. */
final class Sum {

    private final int total;
    private final int[] parts;

    /**
     * @param parts numbers of cells
     */
    Sum(int total, int[] parts) {
        this.total = total;
        this.parts = parts;
    }

    int total() {
        return total;
    }

    int[] parts() {
        return parts;
    }

    /** The total and the parts. */
    IntStream cells() {
        return IntStream.concat(IntStream.of(total), IntStream.of(parts));
    }
}
