package cl.observatory.query.evaluation;

import cl.observatory.problem.ProblemException;
import cl.observatory.query.evaluation.DueRules.Due;
import cl.observatory.query.rebuild.CatchingUp;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Evaluates what is due, again and again, on a thread of its own: neither consumers nor readers wait for it. While the read
 * schema is made anew nothing is evaluated, since what is due is not known.
 */
@ApplicationScoped
class EvaluationTurns {

    private static final Logger LOG = Logger.getLogger(EvaluationTurns.class);

    private final DueRules due;
    private final Evaluations evaluations;
    private final CatchingUp catchingUp;
    private final AlertsConfig config;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("alerts").daemon().factory());

    /** What cannot be evaluated is not tried again by this process, until rule, indicator or release are others. */
    private final Set<Due> refused = new HashSet<>();

    EvaluationTurns(DueRules due, Evaluations evaluations, CatchingUp catchingUp, AlertsConfig config) {
        this.due = due;
        this.evaluations = evaluations;
        this.catchingUp = catchingUp;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        long pause = config.checkEvery().toMillis();
        var _ = turns.scheduleWithFixedDelay(this::evaluateAll, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopped) {
        turns.shutdownNow();
    }

    private void evaluateAll() {
        try {
            if (catchingUp.isUnderWay()) {
                return;
            }
            List<Due> all = due.list();
            refused.retainAll(all);
            for (Due each : all) {
                if (!turns.isShutdown() && !refused.contains(each)) {
                    evaluate(each);
                }
            }
        } catch (RuntimeException failed) {
            // whatever it was, the turns must go on
            LOG.warn("rules wait for the next turn", failed);
        }
    }

    /** A rule that fails keeps no other one waiting. */
    private void evaluate(Due each) {
        try {
            evaluations.evaluate(each);
        } catch (ProblemException impossible) {
            LOG.warnf(
                    "rule %s cannot be evaluated over release %s: %s",
                    each.rule().code(), each.release(), impossible.getMessage());
            refused.add(each);
        } catch (SQLException | RuntimeException failed) {
            LOG.warnf(failed, "rule %s waits for the next turn", each.rule().code());
        }
    }
}
