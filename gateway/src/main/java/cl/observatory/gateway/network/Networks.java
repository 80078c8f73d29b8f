package cl.observatory.gateway.network;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Some networks, of IPv4 and IPv6. An address of IPv4 that is written as one of IPv6 (::ffff:…) is one of IPv4. */
public final class Networks {

    /** One address or one network in CIDR notation; no ranges, wildcards, masks, zones, or names. */
    private static final IPAddressStringParameters FORM = new IPAddressStringParameters.Builder()
            .allowAll(false)
            .allowEmpty(false)
            .allowMask(false)
            .allowPrefixOnly(false)
            .allowSingleSegment(false)
            .allowWildcardedSeparator(false)
            .getIPv4AddressParametersBuilder()
            .allow_inet_aton(false)
            .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
            .allowLeadingZeros(false)
            .getParentBuilder()
            .getIPv6AddressParametersBuilder()
            .allowZone(false)
            .allowBase85(false)
            .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
            .getParentBuilder()
            .toParams();

    private final List<IPAddress> blocks;

    private Networks(List<IPAddress> blocks) {
        this.blocks = blocks;
    }

    /**
     * @param texts each in the form that {@link #normal} takes
     */
    public static Networks of(Collection<String> texts) {
        return new Networks(texts.stream()
                .map(text -> block(text).orElseThrow(() -> new IllegalArgumentException("not a network: " + text)))
                .toList());
    }

    /** The network as it is always written; empty when it is none, or has bits set behind its prefix. */
    public static Optional<String> normal(String text) {
        return block(text).map(IPAddress::toCanonicalString);
    }

    public boolean contain(IPAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    /** One address; empty when the text is none. */
    static Optional<IPAddress> address(String text) {
        return read(text).filter(address -> !address.isPrefixed()).map(Networks::plain);
    }

    private static Optional<IPAddress> block(String text) {
        return read(text)
                .filter(address -> !address.isPrefixed() || address.isPrefixBlock())
                .map(Networks::plain);
    }

    private static Optional<IPAddress> read(String text) {
        try {
            return Optional.ofNullable(new IPAddressString(text, FORM).toAddress());
        } catch (AddressStringException malformed) {
            return Optional.empty();
        }
    }

    private static IPAddress plain(IPAddress address) {
        return address.isIPv6() && address.toIPv6().isIPv4Mapped() && !address.isMultiple()
                ? address.toIPv6().getEmbeddedIPv4Address()
                : address;
    }
}
