package cl.observatory.gateway.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerAddressTest {

    private final CallerAddress behindProxies =
            new CallerAddress(() -> Optional.of(List.of("10.0.0.0/8", "2001:db8:ffff::/48")));
    private final CallerAddress alone = new CallerAddress(Optional::empty);

    @ParameterizedTest
    @CsvSource(textBlock = """
                    10.0.0.1,   '198.51.100.7',                  198.51.100.7
                    10.0.0.1,   '1.2.3.4, 198.51.100.7',         198.51.100.7
                    10.0.0.1,   '198.51.100.7, 10.9.9.9',        198.51.100.7
                    10.0.0.1,   '198.51.100.7,10.9.9.9, 10.0.0.2', 198.51.100.7
                    10.0.0.1,   '10.0.0.9',                      10.0.0.9
                    10.0.0.1,   '',                              10.0.0.1
                    203.0.113.1, '198.51.100.7',                 203.0.113.1
                    2001:db8:ffff::1, '2001:db8::7',             2001:db8::7
                    ::ffff:10.0.0.1, '::ffff:198.51.100.7',      198.51.100.7
                    """)
    void lastAddressThatIsNoTrustedProxyCounts(String connection, String forwardedFor, String address) {
        assertEquals(
                address,
                behindProxies.of(connection, forwardedFor).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown",
                "198.51.100.7:80",
                "198.51.100.7, ",
                "*",
                "198.51.100.0/24",
                "1",
                "0x7f.1",
                "010.1.1.1"
            })
    void whatATrustedProxyWritesAndIsNoAddressIsNobodys(String forwardedFor) {
        assertEquals(Optional.empty(), behindProxies.of("10.0.0.1", forwardedFor));
    }

    @Test
    void withoutTrustedProxiesOnlyTheConnectionCounts() {
        assertEquals(
                "10.0.0.1", alone.of("10.0.0.1", "198.51.100.7").orElseThrow().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24,192.0.2.0/24",
        "192.0.2.1,192.0.2.1",
        "2001:0db8::/32,2001:db8::/32",
        "0.0.0.0/0,0.0.0.0/0"
    })
    void networksAreWrittenInOneWay(String written, String normal) {
        assertEquals(Optional.of(normal), Networks.normal(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "192.0.2.1/24",
                "192.0.2.0/33",
                "192.0.2.*",
                "192.0.2.0-192.0.2.9",
                "192.0.2.1-9",
                "192.0.2",
                "192.0.2.0/255.255.255.0",
                "/24",
                "2001:db8::%eth0/32",
                "example.org",
                "2001:db8::1/32"
            })
    void whatIsNoNetworkIsNone(String written) {
        assertEquals(Optional.empty(), Networks.normal(written));
    }
}
