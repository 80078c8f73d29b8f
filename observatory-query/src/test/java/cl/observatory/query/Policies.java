package cl.observatory.query;

import cl.observatory.events.reference.DatasetDefined;

/** Data sets under policies of what may be told, each defined later than the one that it is made of. */
public final class Policies {

    private Policies() {}

    /** Small counts are hidden, and nothing is added up. */
    public static DatasetDefined restricted(int smallBelow, DatasetDefined dataset) {
        return under("RESTRICTED", smallBelow, "NONE", dataset);
    }

    /** Counts are told as lower ends of bands. */
    public static DatasetDefined community(int band, DatasetDefined dataset) {
        return under("COMMUNITY", band, "SUM", dataset);
    }

    private static DatasetDefined under(String policy, int smallBelow, String aggregation, DatasetDefined dataset) {
        return new DatasetDefined(
                dataset.id(),
                dataset.title(),
                dataset.kind(),
                dataset.level(),
                dataset.unit(),
                dataset.decimals(),
                dataset.frequency(),
                dataset.dimensions(),
                dataset.source(),
                dataset.officialStatus(),
                dataset.populationBase(),
                dataset.synthetic(),
                dataset.definedAt().plusSeconds(1),
                aggregation,
                dataset.statistic(),
                policy,
                smallBelow);
    }
}
