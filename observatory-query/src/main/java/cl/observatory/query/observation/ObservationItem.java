package cl.observatory.query.observation;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Period;
import cl.observatory.query.classification.CodeRef;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.measure.MeasureView.IntervalView;
import cl.observatory.query.observation.Observations.Cell;
import cl.observatory.query.observation.ObservationsView.ObservationView;
import cl.observatory.query.statistic.Estimate;
import cl.observatory.query.statistic.Reliability;
import cl.observatory.query.territory.TerritoryRef;
import java.math.BigDecimal;
import java.util.Map;

/** A cell as an answer shows it. */
final class ObservationItem {

    private ObservationItem() {}

    static ObservationView of(
            Cell cell, DatasetDefined dataset, TerritoryRef territory, Period period, Map<String, CodeRef> codes) {
        int decimals = dataset.decimals();
        int months = cell.periods() * dataset.frequency().months();
        BigDecimal value = cell.value() == null ? null : BigDecimal.valueOf(cell.value(), decimals);
        if (!dataset.hasEstimates() || value == null) {
            return new ObservationView(
                    territory,
                    period.toString(),
                    codes,
                    value,
                    null,
                    null,
                    null,
                    null,
                    null,
                    cell.status(),
                    months,
                    cell.cells());
        }
        Estimate estimate = cell.attributes().estimate(dataset, cell.value());
        Long error = cell.attributes().standardError();
        return new ObservationView(
                territory,
                period.toString(),
                codes,
                value,
                IntervalView.of(estimate.interval(), decimals),
                error == null ? null : BigDecimal.valueOf(error, decimals),
                estimate.sampleSize(),
                estimate.degreesOfFreedom(),
                estimate.reliability(),
                status(cell, estimate),
                months,
                cell.cells());
    }

    private static ObsStatus status(Cell cell, Estimate estimate) {
        boolean unreliable = estimate.reliability() == Reliability.UNRELIABLE
                && cell.status().rank() < ObsStatus.U.rank();
        return unreliable ? ObsStatus.U : cell.status();
    }
}
