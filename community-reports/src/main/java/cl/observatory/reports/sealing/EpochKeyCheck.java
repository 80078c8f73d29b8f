package cl.observatory.reports.sealing;

import cl.observatory.reports.role.Role;
import cl.observatory.reports.role.RoleConfig;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Intake takes no requests while it could not seal what they bring. */
@Readiness
@ApplicationScoped
class EpochKeyCheck implements HealthCheck {

    private static final String NAME = "public key of this week";

    private final RoleConfig roles;
    private final Epochs epochs;
    private final EpochKeys keys;

    EpochKeyCheck(RoleConfig roles, Epochs epochs, EpochKeys keys) {
        this.roles = roles;
        this.epochs = epochs;
        this.keys = keys;
    }

    /** A verification key that is missing stops the start, and does not wait for the first report. */
    void start(@Observes StartupEvent started) {
        if (roles.has(Role.INTAKE)) {
            var _ = ClientProxy.unwrap(keys);
        }
    }

    @Override
    public HealthCheckResponse call() {
        boolean ready = !roles.has(Role.INTAKE) || keys.find(epochs.current()).isPresent();
        return HealthCheckResponse.named(NAME).status(ready).build();
    }
}
