package cl.observatory.query.evaluation;

import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.query.detection.Baseline;
import cl.observatory.query.measure.Measure;
import java.util.Optional;

/** Compares a count with the prediction bound that the same time of earlier years gives. */
final class BaselineJudge implements Judge {

    private final AlertRuleDefined rule;
    private final Baseline baseline;

    BaselineJudge(AlertRuleDefined rule) {
        this.rule = rule;
        this.baseline = new Baseline(rule.method().yearsBack(), rule.method().halfWindow());
    }

    @Override
    public int reach() {
        return baseline.reach(rule.frequency().perYear());
    }

    /** Fewer cases than the least number are no finding, however improbable: their p-value counts as 1. */
    @Override
    public Optional<Verdict> judge(Watched watched, int index) {
        Measure measure = watched.measure(index);
        Reference reference = Reference.of(watched, index, rule);
        double alpha = rule.method().alpha().doubleValue();
        return baseline.predict(reference.counts(), index).map(prediction -> {
            boolean few = measure.count() < rule.method().minimumCount();
            double pValue = few ? 1 : prediction.exceedance(measure.count());
            return new Verdict(
                    measure,
                    prediction.mean() * reference.factor(),
                    prediction.bound(alpha) * reference.factor(),
                    pValue,
                    null,
                    pValue <= alpha,
                    reference.caveats());
        });
    }
}
