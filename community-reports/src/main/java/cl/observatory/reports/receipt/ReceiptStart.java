package cl.observatory.reports.receipt;

import cl.observatory.reports.role.Role;
import cl.observatory.reports.role.RoleConfig;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** An intake without a usable receipt key does not start, instead of failing at the first report. */
@ApplicationScoped
class ReceiptStart {

    private final RoleConfig roles;
    private final Receipts receipts;

    ReceiptStart(RoleConfig roles, Receipts receipts) {
        this.roles = roles;
        this.receipts = receipts;
    }

    void start(@Observes StartupEvent started) {
        if (roles.has(Role.INTAKE)) {
            var _ = ClientProxy.unwrap(receipts);
        }
    }
}
