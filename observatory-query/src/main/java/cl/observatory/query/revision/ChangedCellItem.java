package cl.observatory.query.revision;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Period;
import cl.observatory.query.classification.CodeRef;
import cl.observatory.query.cube.Levels;
import cl.observatory.query.revision.ChangedCell.State;
import cl.observatory.query.revision.DiffView.CellStateView;
import cl.observatory.query.revision.DiffView.ChangedCellView;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.territory.TerritoryLevel;
import cl.observatory.query.territory.TerritoryRef;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** A cell that differs, as an answer shows it. */
final class ChangedCellItem {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS_OF_PERCENTS = 2;

    private ChangedCellItem() {}

    /**
     * @param territory null for a code that the table of territories no longer has
     */
    static ChangedCellView of(
            ChangedCell cell,
            DatasetDefined dataset,
            Territory territory,
            Period period,
            Map<String, CodeRef> dimensions) {
        Long difference = cell.difference();
        return new ChangedCellView(
                territory == null
                        ? new TerritoryRef(cell.area(), TerritoryLevel.valueOf(Levels.of(cell.area())), null)
                        : TerritoryRef.of(territory),
                period.toString(),
                dimensions,
                cell.kind(),
                state(cell.before(), dataset.decimals()),
                state(cell.after(), dataset.decimals()),
                scaled(difference, dataset.decimals()),
                difference == null ? null : percent(difference, cell.before().value()));
    }

    private static BigDecimal percent(long difference, long before) {
        return before <= 0
                ? null
                : BigDecimal.valueOf(difference)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(before), DECIMALS_OF_PERCENTS, RoundingMode.HALF_UP);
    }

    private static CellStateView state(State state, int decimals) {
        return state == null
                ? null
                : new CellStateView(
                        scaled(state.value(), decimals),
                        state.status(),
                        scaled(state.attributes().standardError(), decimals),
                        scaled(state.attributes().lower(), decimals),
                        scaled(state.attributes().upper(), decimals),
                        state.attributes().sampleSize(),
                        state.attributes().degreesOfFreedom());
    }

    private static BigDecimal scaled(Long whole, int decimals) {
        return whole == null ? null : BigDecimal.valueOf(whole, decimals);
    }
}
