package cl.observatory.gateway.allowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceConfigTest {

    @Test
    void everythingHasADefault() {
        AllowanceConfig config = read(Map.of());

        assertEquals(new Allowance(6_000, 2_000_000), config.key().read());
        assertEquals(new Allowance(120, 10_000), config.key().export());
        assertEquals(new Allowance(1_200, 200_000), config.key().write());
        assertEquals(new Allowance(300, 20_000), config.key().administration());
        assertEquals(new Allowance(60_000, 20_000_000), config.pool().read());
        assertEquals(new Allowance(1_200, 200_000), config.pool().export());
        assertEquals(new Allowance(1_200, 200_000), config.pool().write());
        assertEquals(new Allowance(600, 50_000), config.pool().administration());
        assertEquals(1_200, config.prefix().read());
        assertEquals(60, config.prefix().export());
        assertEquals(60, config.prefix().write());
        assertEquals(60, config.prefix().administration());
        assertEquals(new BigDecimal("0.25"), config.localShare());
        assertEquals(100_000, config.rememberedPrefixes());
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        AllowanceConfig config = read(Map.of(
                "GATEWAY_ALLOWANCE_KEY_EXPORT", "5/minute 7/day",
                "GATEWAY_ALLOWANCE_POOL_WRITE", "8/minute 9/day",
                "GATEWAY_ALLOWANCE_PREFIX_READ", "3",
                "GATEWAY_ALLOWANCE_LOCAL_SHARE", "0.5",
                "GATEWAY_ALLOWANCE_REMEMBERED_PREFIXES", "10"));

        assertEquals(new Allowance(5, 7), config.key().export());
        assertEquals(new Allowance(8, 9), config.pool().write());
        assertEquals(3, config.prefix().read());
        assertEquals(new BigDecimal("0.5"), config.localShare());
        assertEquals(10, config.rememberedPrefixes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "600", "600/minute", "0/minute 5/day", "600/second 5/day", "-1/minute 5/day"})
    void otherFormsOfAnAllowanceAreRefused(String written) {
        assertThrows(IllegalArgumentException.class, () -> Allowance.of(written));
    }

    private static AllowanceConfig read(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withMapping(AllowanceConfig.class)
                .withSources(new EnvConfigSource(environment, 300))
                .build()
                .getConfigMapping(AllowanceConfig.class);
    }
}
