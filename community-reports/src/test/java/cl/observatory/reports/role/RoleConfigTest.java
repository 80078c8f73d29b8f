package cl.observatory.reports.role;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.reports.Configuration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleConfigTest {

    @Test
    void aProcessHasTheRoleThatItIsGiven() {
        RoleConfig config =
                Configuration.of(Map.of("reports.roles", "moderation")).getConfigMapping(RoleConfig.class);

        assertEquals(Set.of(Role.MODERATION), config.all());
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        RoleConfig config = Configuration.ofEnvironment(Map.of("REPORTS_ROLES", "intake,migration"))
                .getConfigMapping(RoleConfig.class);

        assertEquals(Set.of(Role.INTAKE, Role.MIGRATION), config.all());
    }
}
