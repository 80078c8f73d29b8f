package cl.observatory.reports.role;

import cl.observatory.problem.CommonProblem;
import cl.observatory.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** What belongs to another role is not there: the same 404 as for what nobody has. */
@Provider
@PreMatching
@Priority(0)
class RoleRoutes implements ContainerRequestFilter {

    private static final String MODERATION = "/v1/moderation";

    /** Asked for late: filters are made before the configuration of the running process can be read. */
    private final Instance<RoleConfig> roles;

    RoleRoutes(Instance<RoleConfig> roles) {
        this.roles = roles;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        Role owner = path.equals(MODERATION) || path.startsWith(MODERATION + "/") ? Role.MODERATION : Role.INTAKE;
        if (!roles.get().has(owner)) {
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
    }
}
