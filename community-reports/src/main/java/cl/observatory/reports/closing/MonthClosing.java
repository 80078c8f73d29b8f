package cl.observatory.reports.closing;

import cl.observatory.reports.signal.Signals;
import cl.observatory.reports.tally.Tallies;
import cl.observatory.reports.tally.Tally;
import cl.observatory.reports.transparency.Handled;
import cl.observatory.reports.transparency.Transparency;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Closes months, each once and in one transaction: its tally is forgotten, and the figures, the ledger and the events that tell of
 * them are there.
 */
@ApplicationScoped
public class MonthClosing {

    private static final Logger LOG = Logger.getLogger(MonthClosing.class);

    private static final ZoneId CHILE = ZoneId.of("America/Santiago");

    /** How long a month waits when it is over, so that no figure moves behind something that just happened. */
    private static final int WAITING_DAYS = 7;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Tallies tallies;
    private final Signals signals;
    private final Transparency transparency;

    MonthClosing(Jdbi jdbi, Clock clock, Tallies tallies, Signals signals, Transparency transparency) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.tallies = tallies;
        this.signals = signals;
        this.transparency = transparency;
    }

    /**
     * Closes the months that are due, in their order, and seals the tallies of the others anew. What cannot be done now is tried
     * again the next time.
     */
    public void turn() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), CHILE);
        for (YearMonth month : tallies.open(transparency.lastClosed())) {
            try {
                if (month.atEndOfMonth().plusDays(WAITING_DAYS).isBefore(today)) {
                    close(month, today);
                } else {
                    tallies.sealAnew(month);
                }
            } catch (SQLException | RuntimeException failed) {
                // whatever it was, the other months must not wait for this one
                LOG.errorf(failed, "%s is neither closed nor sealed anew", month);
            }
        }
    }

    private void close(YearMonth month, LocalDate today) throws SQLException {
        jdbi.useTransaction(handle -> {
            // two processes may come to it at once
            handle.execute("select pg_advisory_xact_lock(hashtextextended('closing', 0))");
            if (!transparency.isClosed(handle, month)) {
                Tally tally = tallies.take(handle, month);
                signals.close(handle, month, tally.valid(), today);
                transparency.close(
                        handle, month, new Handled(tally.rejected(), tally.decided(), tally.opened()), today);
            }
        });
    }
}
