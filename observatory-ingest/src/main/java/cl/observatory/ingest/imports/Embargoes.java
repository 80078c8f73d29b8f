package cl.observatory.ingest.imports;

import cl.observatory.ingest.release.Releases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Publishes approved imports when their embargo is over, each in a transaction of its own that holds its row: several
 * processes may do so at once, and one that was down goes on where it was.
 */
@ApplicationScoped
class Embargoes {

    private static final System.Logger LOG = System.getLogger(Embargoes.class.getName());

    private final ImportRepository repository;
    private final Releases releases;
    private final EmbargoConfig config;
    private final Clock clock;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("embargoes").factory());

    Embargoes(ImportRepository repository, Releases releases, EmbargoConfig config, Clock clock) {
        this.repository = repository;
        this.releases = releases;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        long pause = config.checkEvery().toMillis();
        var _ = turns.scheduleWithFixedDelay(this::publishAll, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopped) {
        turns.shutdownNow();
    }

    private void publishAll() {
        try {
            while (!turns.isShutdown() && publishNext()) {
                // one was published, there may be more
            }
        } catch (RuntimeException failed) {
            // whatever it was, the turns must go on
            LOG.log(System.Logger.Level.WARNING, "releases whose embargo is over wait for the next turn", failed);
        }
    }

    /**
     * Publishes the release whose embargo was over first.
     *
     * @return whether there was one
     */
    boolean publishNext() {
        return QuarkusTransaction.requiringNew().call(this::publishDue);
    }

    private boolean publishDue() throws SQLException {
        Optional<Import> due = repository.findDue(clock.instant());
        if (due.isEmpty()) {
            return false;
        }
        Import taken = due.get();
        releases.lock(taken.datasetId());
        if (releases.isCurrent(taken.datasetId(), taken.release().basedOn())) {
            releases.publish(taken.datasetId(), taken.content());
        } else {
            taken.goStale(clock.instant());
            LOG.log(
                    System.Logger.Level.WARNING,
                    "import {0} was compared with a release that no longer holds",
                    taken.id());
        }
        return true;
    }
}
