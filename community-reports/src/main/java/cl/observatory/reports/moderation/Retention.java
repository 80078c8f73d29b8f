package cl.observatory.reports.moderation;

import cl.observatory.reports.sealing.Epoch;
import cl.observatory.reports.sealing.Epochs;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * What the calendar does to reports, once a day and in one transaction: those without an answer are closed, and those whose
 * key died are erased, with all that belongs to them. It opens nothing. A second run on the same day, or two processes at
 * once, change nothing more.
 */
@ApplicationScoped
class Retention {

    private final Jdbi jdbi;
    private final DateRepository dates;
    private final Epochs epochs;

    Retention(Jdbi jdbi, DateRepository dates, Epochs epochs) {
        this.jdbi = jdbi;
        this.dates = dates;
        this.epochs = epochs;
    }

    void run() {
        Epoch current = epochs.current();
        Epoch firstWithKey = Stream.iterate(current, epoch -> epoch.plus(-1))
                .dropWhile(epoch -> !epochs.isClosed(epoch))
                .findFirst()
                .orElseThrow()
                .plus(1);
        jdbi.useTransaction(handle -> {
            dates.closeUnanswered(handle, current);
            dates.purge(handle, firstWithKey, current);
            dates.sweep(handle, firstWithKey);
        });
    }
}
