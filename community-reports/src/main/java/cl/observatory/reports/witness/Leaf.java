package cl.observatory.reports.witness;

/** A leaf, and what it is found by: nothing tells which are filed and which are random. */
final class Leaf {

    private final byte[] mark;
    private final byte[] hash;

    Leaf(byte[] mark, byte[] hash) {
        this.mark = mark.clone();
        this.hash = hash.clone();
    }

    byte[] mark() {
        return mark.clone();
    }

    byte[] hash() {
        return hash.clone();
    }
}
