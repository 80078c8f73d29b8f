package cl.observatory.reports.witness;

import cl.observatory.reports.role.Role;
import cl.observatory.reports.role.RoleConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Looks every hour, and at the start, whether a day is over: in the role that moderates alone. A key that is missing stops it. */
@ApplicationScoped
class WitnessTurns {

    private static final Logger LOG = Logger.getLogger(WitnessTurns.class);

    private final DayClosing closing;
    private final Optional<RootSigner> signer;

    WitnessTurns(RoleConfig roles, FilingConfig config, DayClosing closing) {
        this.closing = closing;
        this.signer = roles.has(Role.MODERATION)
                ? Optional.of(RootSigner.read(config.signingKey()
                        .orElseThrow(() -> new IllegalStateException("reports.filing.signing-key is not set"))))
                : Optional.empty();
    }

    void start(@Observes StartupEvent started) {
        look();
    }

    @Scheduled(cron = "0 20 * * * ?", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        signer.ifPresent(this::turn);
    }

    private void turn(RootSigner key) {
        try {
            closing.turn(key);
        } catch (SQLException | RuntimeException failed) {
            // whatever it was, the turns must go on
            LOG.error("days are closed at the next turn", failed);
        }
    }
}
