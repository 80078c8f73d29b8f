package cl.observatory.gateway.allowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cl.observatory.gateway.support.MovableClock;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefixHashTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final PrefixHash hash = new PrefixHash(clock, new SecureRandom());

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,           192.0.2.254",
        "2001:db8:1::1,       2001:db8:1:ffff::2",
        "::ffff:192.0.2.1,    192.0.2.9"
    })
    void addressesOfOneNetworkAreOne(String one, String other) {
        assertEquals(of(one), of(other));
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1, 192.0.3.1", "2001:db8:1::1, 2001:db8:2::1", "192.0.2.1, 2001:db8:2::1"})
    void networksAreToldApart(String one, String other) {
        assertNotEquals(of(one), of(other));
    }

    @Test
    void networkHasAnotherHashAfterTenMinutes() {
        // Given
        PrefixHash.Key before = of("192.0.2.1");
        clock.move(Duration.ofMinutes(10).minusSeconds(1));
        assertEquals(before, of("192.0.2.1"));

        // When
        clock.move(Duration.ofSeconds(1));

        // Then
        assertNotEquals(before, of("192.0.2.1"));
    }

    @Test
    void replicasHashDifferently() {
        assertNotEquals(of("192.0.2.1"), new PrefixHash(clock, new SecureRandom()).of(address("192.0.2.1")));
    }

    @Test
    void callersFromNowhereAreOne() {
        assertEquals(hash.of(Optional.empty()), hash.of(Optional.empty()));
    }

    private PrefixHash.Key of(String address) {
        return hash.of(address(address));
    }

    private static Optional<InetAddress> address(String literal) {
        return Optional.of(InetAddress.ofLiteral(literal));
    }
}
