package cl.observatory.reports.closing;

import cl.observatory.reports.role.Role;
import cl.observatory.reports.role.RoleConfig;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks once a day, in the role that moderates alone, whether there are months to close. */
@ApplicationScoped
class ClosingTurns {

    private final RoleConfig roles;
    private final MonthClosing closing;

    ClosingTurns(RoleConfig roles, MonthClosing closing) {
        this.roles = roles;
        this.closing = closing;
    }

    @Scheduled(
            cron = "0 30 5 * * ?",
            timeZone = "America/Santiago",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (roles.has(Role.MODERATION)) {
            closing.turn();
        }
    }
}
