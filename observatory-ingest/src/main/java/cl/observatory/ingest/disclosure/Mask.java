package cl.observatory.ingest.disclosure;

import java.util.BitSet;

/**
 * Which cells are hidden, by their numbers.
 *
 * @param hidden every cell whose value is not shown
 * @param revealing of these, those of which a reader who compares with earlier releases can tell too much whatever is
 *     hidden now
 */
public record Mask(BitSet hidden, BitSet revealing) {}
