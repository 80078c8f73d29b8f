package cl.observatory.reports.custody;

import cl.observatory.reports.role.Role;
import cl.observatory.reports.role.RoleConfig;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether what is being sealed will be opened. For whoever watches: moderators can go on meanwhile. */
@Wellness
@ApplicationScoped
class CustodyCheck implements HealthCheck {

    private static final String NAME = "private keys of this week and the next";

    private final RoleConfig roles;
    private final Custody custody;

    CustodyCheck(RoleConfig roles, Custody custody) {
        this.roles = roles;
        this.custody = custody;
    }

    @Override
    public HealthCheckResponse call() {
        boolean well = !roles.has(Role.MODERATION) || custody.lost().isEmpty();
        return HealthCheckResponse.named(NAME).status(well).build();
    }
}
