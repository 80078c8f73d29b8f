package cl.observatory.reports.custody;

import cl.observatory.reports.role.Role;
import cl.observatory.reports.role.RoleConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets custody do its rounds, in moderation alone: one before it serves anybody, and then one after the other. */
@ApplicationScoped
class CustodyTurns {

    private static final System.Logger LOG = System.getLogger(CustodyTurns.class.getName());

    private final RoleConfig roles;
    private final CustodyConfig config;
    private final Custody custody;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("custody").factory());

    CustodyTurns(RoleConfig roles, CustodyConfig config, Custody custody) {
        this.roles = roles;
        this.config = config;
        this.custody = custody;
    }

    void start(@Observes StartupEvent started) {
        if (roles.has(Role.MODERATION)) {
            custody.round();
            long pause = config.every().toMillis();
            var _ = turns.scheduleWithFixedDelay(this::turn, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        turns.shutdownNow();
    }

    private void turn() {
        try {
            custody.round();
        } catch (RuntimeException failed) {
            // whatever it was, the turns must go on
            LOG.log(System.Logger.Level.ERROR, "keys are made and destroyed at the next turn", failed);
        }
    }
}
