package cl.observatory.reports.moderation;

import cl.observatory.reports.role.Role;
import cl.observatory.reports.role.RoleConfig;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Does the daily work of moderation, and tells the end of the audit to the log, which is kept elsewhere than the database:
 * whoever rewrites the chain has the log against them. It is told once a day, since the time of a line would date the
 * entry before it.
 */
@ApplicationScoped
class ModerationTurns {

    private static final Logger LOG = Logger.getLogger(ModerationTurns.class);

    private final RoleConfig roles;
    private final Retention retention;
    private final ModerationAudit audit;

    ModerationTurns(RoleConfig roles, Retention retention, ModerationAudit audit) {
        this.roles = roles;
        this.retention = retention;
        this.audit = audit;
    }

    @Scheduled(cron = "{reports.moderation.daily}", timeZone = "America/Santiago")
    void daily() {
        if (roles.has(Role.MODERATION)) {
            retention.run();
            LOG.info("audit head " + audit.verify(Optional.empty()).head());
        }
    }
}
