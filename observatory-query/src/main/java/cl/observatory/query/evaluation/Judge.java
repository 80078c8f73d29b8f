package cl.observatory.query.evaluation;

import cl.observatory.events.reference.AlertRuleDefined;
import java.util.Optional;

/** How a method judges the value of a period that has no flaw of its own. */
interface Judge {

    /** Empty when what can be compared with it goes back too little. */
    Optional<Verdict> judge(Watched watched, int index);

    /** How many periods before the one that is judged are needed. */
    int reach();

    static Judge of(AlertRuleDefined rule) {
        return switch (rule.method().type()) {
            case AlertRuleDefined.BASELINE -> new BaselineJudge(rule);
            case AlertRuleDefined.CUSUM -> new CusumJudge(rule);
            case AlertRuleDefined.THRESHOLD -> new ThresholdJudge(rule.method());
            default ->
                throw new IllegalStateException(
                        "no values are judged by " + rule.method().type());
        };
    }
}
