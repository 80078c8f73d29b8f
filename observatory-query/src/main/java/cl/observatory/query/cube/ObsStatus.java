package cl.observatory.query.cube;

/**
 * SDMX CL_OBS_STATUS 2.2, from the weakest to the strongest: a value that is made of several has the strongest of their
 * statuses. The rank is what is stored.
 */
public enum ObsStatus {
    A(0),
    P(1),
    V(2),
    I(3),
    G(4),
    E(5),
    F(6),
    D(7),
    K(8),
    N(9),
    U(10),
    B(11),
    L(12),
    O(13),
    M(14),
    Q(15);

    private static final ObsStatus[] BY_RANK = values();

    private final int rank;

    ObsStatus(int rank) {
        this.rank = rank;
    }

    public static ObsStatus ofRank(int rank) {
        return BY_RANK[rank];
    }

    public int rank() {
        return rank;
    }

    /** Whether it is a status of values that are not there. */
    public boolean isOfMissing() {
        return rank >= L.rank;
    }
}
