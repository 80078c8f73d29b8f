package cl.observatory.query.revision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Revision", description = "How far two releases differ, of all their cells and not of this page alone.")
record RevisionView(
        @Schema(description = "Cells of the release after that the one before did not have.")
        long added,

        @Schema(description = "Cells of both that differ in value, status or attributes.")
        long changed,

        @Schema(description = "Cells of the release before that the one after does not have.")
        long removed,

        @Schema(description = "Cells that are the same in both.")
        long unchanged,

        @Schema(description = "Of the changed cells, those with a value in both, and another one.")
        long revised,

        @Schema(
                description = "Mean difference of the values of the revised cells: which way they were revised. Null "
                        + "when there are none.",
                nullable = true)
        BigDecimal meanChange,

        @Schema(description = "Mean of their absolute differences.", nullable = true)
        BigDecimal meanAbsoluteChange,

        @Schema(description = "The largest of them.", nullable = true)
        BigDecimal maxAbsoluteChange,

        @Schema(
                description =
                        "Mean of the absolute differences in percent of the value before, of the revised cells where "
                                + "that was above zero. Null when there are none.",
                nullable = true)
        BigDecimal meanAbsolutePercent,

        @Schema(description = "The same by the year of the period; only years in which something differs.")
        List<YearView> years) {

    /** Of means, beyond those of the data set; and of percents. */
    private static final int MORE_DECIMALS = 2;

    private static final double PERCENT = 100;

    @Schema(name = "RevisionOfYear")
    record YearView(
            String year,
            long added,
            long changed,
            long removed,
            long revised,
            @Schema(nullable = true) BigDecimal meanChange,
            @Schema(nullable = true) BigDecimal meanAbsoluteChange,
            @Schema(nullable = true) BigDecimal maxAbsoluteChange,
            @Schema(nullable = true) BigDecimal meanAbsolutePercent) {

        private static YearView of(int year, Tally tally, int decimals) {
            return new YearView(
                    "%04d".formatted(year),
                    tally.added(),
                    tally.changed(),
                    tally.removed(),
                    tally.revised(),
                    mean(tally.net(), tally.revised(), decimals),
                    mean(tally.absolute(), tally.revised(), decimals),
                    largest(tally, decimals),
                    percent(tally));
        }
    }

    /**
     * @param cells of the release before
     */
    static RevisionView of(Revision revision, long cells, int decimals) {
        Tally total = revision.total();
        return new RevisionView(
                total.added(),
                total.changed(),
                total.removed(),
                cells - total.changed() - total.removed(),
                total.revised(),
                mean(total.net(), total.revised(), decimals),
                mean(total.absolute(), total.revised(), decimals),
                largest(total, decimals),
                percent(total),
                revision.years().entrySet().stream()
                        .map(year -> YearView.of(year.getKey(), year.getValue(), decimals))
                        .toList());
    }

    private static BigDecimal mean(BigDecimal sum, long cells, int decimals) {
        return cells == 0
                ? null
                : sum.movePointLeft(decimals)
                        .divide(BigDecimal.valueOf(cells), decimals + MORE_DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal largest(Tally tally, int decimals) {
        return tally.revised() == 0 ? null : BigDecimal.valueOf(tally.largest(), decimals);
    }

    private static BigDecimal percent(Tally tally) {
        return tally.compared() == 0
                ? null
                : BigDecimal.valueOf(PERCENT * tally.relative() / tally.compared())
                        .setScale(MORE_DECIMALS, RoundingMode.HALF_UP);
    }
}
