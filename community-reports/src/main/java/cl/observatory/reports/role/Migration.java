package cl.observatory.reports.role;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.flywaydb.core.Flyway;

/**
 * The role that owns the tables: it makes them, grants the other roles their parts, and ends, so that no process that
 * serves requests can do either. It runs before a new version of the others takes requests.
 */
@ApplicationScoped
class Migration {

    private static final int FIRST = 1;

    private final RoleConfig roles;
    private final Flyway flyway;

    Migration(RoleConfig roles, Flyway flyway) {
        this.roles = roles;
        this.flyway = flyway;
    }

    void migrate(@Observes @Priority(FIRST) StartupEvent starting) {
        if (roles.has(Role.MIGRATION)) {
            flyway.migrate();
            if (roles.all().size() == 1) {
                Quarkus.asyncExit(0);
            }
        }
    }
}
