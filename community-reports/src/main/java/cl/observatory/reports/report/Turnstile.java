package cl.observatory.reports.report;

import cl.observatory.problem.CommonProblem;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** So many requests at once, whoever sends them, and the others are asked to come again. */
@ApplicationScoped
public class Turnstile {

    private final Semaphore places;

    Turnstile(ReportConfig config) {
        this.places = new Semaphore(config.maxConcurrent());
    }

    /**
     * @throws ProblemException when all places are taken
     */
    public <T> T pass(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new ProblemException(CommonProblem.UNAVAILABLE);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
