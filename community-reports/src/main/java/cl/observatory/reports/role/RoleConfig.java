package cl.observatory.reports.role;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Set;

/** Which roles the process has: one; tests of single classes give a process more of them. */
@ConfigMapping(prefix = "reports.roles")
public interface RoleConfig {

    @WithParentName
    Set<Role> all();

    default boolean has(Role role) {
        return all().contains(role);
    }
}
