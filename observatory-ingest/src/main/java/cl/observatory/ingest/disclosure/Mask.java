package cl.observatory.ingest.disclosure;

import java.util.BitSet;

/**
 * Which cells are hidden, by their numbers, and what is said of them.
 *
 * @param hidden every cell whose value is not shown
 * @param small of these, those that are marked as small counts (CONF_STATUS A); the others are marked D
 * @param revealing of these, those of which a reader who compares with earlier releases can tell too much whatever is
 *     hidden now
 */
public record Mask(BitSet hidden, BitSet small, BitSet revealing) {}
