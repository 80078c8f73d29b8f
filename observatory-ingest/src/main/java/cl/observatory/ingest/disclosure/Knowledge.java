package cl.observatory.ingest.disclosure;

import java.util.BitSet;

/**
 * What a reader knows of the cells before any arithmetic.
 *
 * @param known numbers of the cells whose value is known; of the others at least that they are not negative
 * @param small numbers of the cells of which it is known that they are 1 or more and below k
 */
record Knowledge(BitSet known, BitSet small) {

    boolean knows(int cell) {
        return known.get(cell);
    }
}
