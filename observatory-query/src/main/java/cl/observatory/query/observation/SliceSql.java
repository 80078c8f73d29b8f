package cl.observatory.query.observation;

import cl.observatory.query.cube.Attributes;
import cl.observatory.query.observation.Observations.Slice;
import org.jdbi.v3.core.statement.Query;

/** What every reading of a slice says in SQL: which series, and which of their cells. */
final class SliceSql {

    /** Of {@code series}. */
    static final String SERIES = """
            dataset_id = :dataset and frequency = :frequency::"char" and level = any (:levels)
              and ref_area = any (:areas) <filters>""";

    /** Of {@code told}. */
    static final String CELLS = """
            period between :first and :last and from_release <= :key and until_release > :key <since>""";

    /** Behind {@code told}. */
    static final String BESIDE = "<beside>";

    /** In the list of what is read. */
    static final String ATTRIBUTES = "<attributes>";

    /** Not those whose version held then, nor those that had the same content in another version. */
    private static final String SINCE = """
            and not (from_release <= :since and until_release > :since)
              and not exists (
                  select from told held %s
                  where held.series_id = told.series_id and held.period = told.period
                    and held.from_release <= :since and held.until_release > :since
                    and (held.value, held.cells, held.periods, held.status %s)
                        is not distinct from (told.value, told.cells, told.periods, told.status %s))""";

    private SliceSql() {}

    static Query bindSeries(Query query, Slice slice) {
        StringBuilder filters = new StringBuilder();
        slice.codes()
                .keySet()
                .forEach(dimension -> filters.append(" and split_part(dimensions, '|', ")
                        .append((int) dimension)
                        .append(") = any (:codes")
                        .append((int) dimension)
                        .append(')'));
        query.define("filters", filters.toString())
                .bind("dataset", slice.datasetId())
                .bind("frequency", slice.periods().frequency().name())
                .bindArray("levels", String.class, slice.levels())
                .bindArray("areas", String.class, slice.areas());
        slice.codes().forEach((dimension, codes) -> query.bindArray("codes" + dimension, String.class, codes));
        return query;
    }

    static Query bindCells(Query query, Slice slice) {
        if (slice.since() != 0) {
            query.bind("since", slice.since());
        }
        return query.define("attributes", slice.estimates() ? listed("told_attribute") : "")
                .define(
                        "beside",
                        slice.estimates() ? "left join told_attribute using (series_id, period, from_release)" : "")
                .define("since", slice.since() == 0 ? "" : since(slice.estimates()))
                .bind("first", slice.periods().first().start())
                .bind("last", slice.periods().last().start())
                .bind("key", slice.releaseKey());
    }

    private static String since(boolean estimates) {
        return estimates
                ? SINCE.formatted(
                        "left join told_attribute beside using (series_id, period, from_release)",
                        listed("beside"),
                        listed("told_attribute"))
                : SINCE.formatted("", "", "");
    }

    private static String listed(String table) {
        return ", " + table + "." + Attributes.COLUMNS.replace(", ", ", " + table + ".");
    }
}
