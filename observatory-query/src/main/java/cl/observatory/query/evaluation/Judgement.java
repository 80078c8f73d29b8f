package cl.observatory.query.evaluation;

import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.events.time.Period;
import cl.observatory.query.alertrule.EvaluationReport;
import cl.observatory.query.detection.FalseDiscovery;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Judges all series of a rule at once, and keeps what is unusual among so many. */
final class Judgement {

    /** Greatest share of findings that are to be none. */
    private static final double FALSE_DISCOVERIES = 0.05;

    private final AlertRuleDefined rule;
    private final List<Verdict> verdicts = new ArrayList<>();
    private final Map<NotJudged, Integer> notJudged = new EnumMap<>(NotJudged.class);

    private Judgement(AlertRuleDefined rule) {
        this.rule = rule;
    }

    /**
     * @param periods the last ones of each series, which are judged
     */
    static Judgement of(AlertRuleDefined rule, Judge judge, List<Watched> series, int periods) {
        Judgement judgement = new Judgement(rule);
        for (Watched watched : series) {
            int size = watched.measures().size();
            for (int index = size - periods; index < size; index++) {
                judgement.judge(judge, watched, index);
            }
        }
        return judgement;
    }

    private void judge(Judge judge, Watched watched, int index) {
        Optional<NotJudged> flaw = watched.flaw(index, rule.includeProvisional(), rule.allowBreak())
                .or(() -> judge.reach() > 0 && watched.isHiddenBefore(index)
                        ? Optional.of(NotJudged.HIDDEN_REFERENCE)
                        : Optional.empty());
        if (flaw.isPresent()) {
            notJudged.merge(flaw.get(), 1, Integer::sum);
            return;
        }
        judge.judge(watched, index)
                .ifPresentOrElse(verdicts::add, () -> notJudged.merge(NotJudged.SHORT_REFERENCE, 1, Integer::sum));
    }

    /** What is unusual by itself, and by p-values among all that were judged with it. */
    List<Verdict> unusual() {
        double threshold = FalseDiscovery.threshold(
                verdicts.stream()
                        .filter(verdict -> verdict.pValue() != null)
                        .mapToDouble(Verdict::pValue)
                        .toArray(),
                FALSE_DISCOVERIES);
        return verdicts.stream()
                .filter(verdict -> verdict.isUnusual() && (verdict.pValue() == null || verdict.pValue() <= threshold))
                .toList();
    }

    /**
     * The last of the periods up to which each has a value that was judged; the one before them all when the first has none.
     * What lies behind it is judged when the next release comes.
     */
    Period last(List<Period> periods) {
        Set<Period> judged =
                verdicts.stream().map(verdict -> verdict.measure().period()).collect(Collectors.toSet());
        Period last = periods.getFirst().plus(-1);
        for (Period period : periods) {
            if (!judged.contains(period)) {
                return last;
            }
            last = period;
        }
        return last;
    }

    EvaluationReport report(List<Period> periods) {
        Map<String, Integer> reasons = new TreeMap<>();
        notJudged.forEach((reason, number) -> reasons.put(reason.name(), number));
        return new EvaluationReport(
                periods.stream().map(Period::toString).toList(),
                verdicts.size()
                        + notJudged.values().stream()
                                .mapToInt(Integer::intValue)
                                .sum(),
                verdicts.size(),
                unusual().size(),
                reasons);
    }
}
