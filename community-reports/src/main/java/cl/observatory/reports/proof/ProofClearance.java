package cl.observatory.reports.proof;

import cl.observatory.reports.role.Role;
import cl.observatory.reports.role.RoleConfig;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;

/** Forgets spent proofs that no clock could be early enough for any more. Intake may not: it could let one be used again. */
@ApplicationScoped
class ProofClearance {

    /** One more than a proof may be late, so that none comes back to life at midnight. */
    private static final int KEPT_DAYS = 2;

    private final Jdbi jdbi;
    private final RoleConfig roles;
    private final Clock clock;

    ProofClearance(Jdbi jdbi, RoleConfig roles, Clock clock) {
        this.jdbi = jdbi;
        this.roles = roles;
        this.clock = clock;
    }

    @Scheduled(cron = "0 17 5 * * ?")
    void clear() {
        if (roles.has(Role.MODERATION)) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            jdbi.useHandle(handle -> handle.createUpdate("delete from spent_proof where day < :day")
                    .bind("day", today.minusDays(KEPT_DAYS))
                    .execute());
        }
    }
}
