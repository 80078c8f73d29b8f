package cl.observatory.query.evaluation;

import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.query.detection.Cusum;
import cl.observatory.query.measure.Measure;
import java.util.Optional;

/** Sums up what lay above the expectation over the last periods. */
final class CusumJudge implements Judge {

    private final AlertRuleDefined rule;
    private final Cusum cusum;

    CusumJudge(AlertRuleDefined rule) {
        this.rule = rule;
        AlertRuleDefined.Method method = rule.method();
        this.cusum =
                new Cusum(method.k().doubleValue(), method.h().doubleValue(), method.yearsBack(), method.runLength());
    }

    @Override
    public int reach() {
        return cusum.reach(rule.frequency().perYear());
    }

    @Override
    public Optional<Verdict> judge(Watched watched, int index) {
        Measure measure = watched.measure(index);
        Reference reference = Reference.of(watched, index, rule);
        return cusum.sum(reference.counts(), index)
                .map(sum -> new Verdict(
                        measure,
                        sum.expectation().mean() * reference.factor(),
                        null,
                        null,
                        sum.statistic(),
                        sum.isAlarm() && measure.count() >= rule.method().minimumCount(),
                        reference.caveats()));
    }
}
