package cl.observatory.ingest.fetch;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Tells addresses of the public Internet from those that only mean something inside a network (RFC 6890 and successors). */
final class PublicAddress {

    private static final List<Network> NOT_PUBLIC = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            // within the global unicast of IPv6: protocol assignments, documentation, tunnels
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    /** Of IPv6, nothing else is assigned. */
    private static final Network GLOBAL_UNICAST = Network.parse("2000::/3");

    private PublicAddress() {}

    /** Addresses of so many leading bits in common. */
    private record Network(InetAddress first, int prefix) {

        static Network parse(String text) {
            int slash = text.indexOf('/');
            return new Network(
                    InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
        }

        boolean holds(InetAddress address) {
            byte[] bytes = address.getAddress();
            int rest = 8 * bytes.length - prefix;
            return bytes.length == first.getAddress().length
                    && new BigInteger(1, bytes)
                            .shiftRight(rest)
                            .equals(new BigInteger(1, first.getAddress()).shiftRight(rest));
        }
    }

    static boolean is(InetAddress address) {
        boolean assigned = address instanceof Inet4Address || GLOBAL_UNICAST.holds(address);
        return assigned && NOT_PUBLIC.stream().noneMatch(network -> network.holds(address));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::parse).toList();
    }
}
