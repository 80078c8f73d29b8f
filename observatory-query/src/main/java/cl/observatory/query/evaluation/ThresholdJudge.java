package cl.observatory.query.evaluation;

import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.query.measure.Measure;
import java.util.Optional;
import java.util.Set;

/** Compares a value with a number. */
final class ThresholdJudge implements Judge {

    private final double bound;
    private final boolean isAbove;

    ThresholdJudge(AlertRuleDefined.Method method) {
        this.bound = method.value().doubleValue();
        this.isAbove = method.direction().equals(AlertRuleDefined.ABOVE);
    }

    @Override
    public int reach() {
        return 0;
    }

    @Override
    public Optional<Verdict> judge(Watched watched, int index) {
        Measure measure = watched.measure(index);
        boolean isUnusual = isAbove ? measure.value() > bound : measure.value() < bound;
        return Optional.of(new Verdict(measure, null, bound, null, null, isUnusual, Set.of()));
    }
}
