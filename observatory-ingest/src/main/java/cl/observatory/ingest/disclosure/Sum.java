package cl.observatory.ingest.disclosure;

import java.util.stream.IntStream;

/**
 * A cell is the sum of others.
 *
 * @param parts numbers of cells
 */
record Sum(int total, int[] parts) {

    /** The total and the parts. */
    IntStream cells() {
        return IntStream.concat(IntStream.of(total), IntStream.of(parts));
    }
}
