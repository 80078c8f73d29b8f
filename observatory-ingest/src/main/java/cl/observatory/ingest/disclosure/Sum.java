package cl.observatory.ingest.disclosure;

import java.util.stream.IntStream;

/** A cell is the sum of others, all by their numbers. */
final class Sum {

    private final int total;
    private final int[] parts;

    Sum(int total, int[] parts) {
        this.total = total;
        this.parts = parts.clone();
    }

    int total() {
        return total;
    }

    IntStream parts() {
        return IntStream.of(parts);
    }

    /** The total and the parts. */
    IntStream cells() {
        return IntStream.concat(IntStream.of(total), parts());
    }
}
