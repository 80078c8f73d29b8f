package cl.observatory.gateway.allowance;

import cl.observatory.gateway.contract.RouteClass;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * What each network may take of the pool, so that one cannot take it all. In memory of this replica alone: with several
 * replicas a network may take as much of each, and the pool still holds.
 */
@ApplicationScoped
class Prefixes {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private record Use(PrefixHash.Key network, RouteClass routeClass) {}

    private final AllowanceConfig config;
    private final PrefixHash hash;
    private final LoadingCache<Use, Bucket> buckets;

    @Inject
    Prefixes(AllowanceConfig config, Clock clock) {
        this(config, clock, new SecureRandom());
    }

    Prefixes(AllowanceConfig config, Clock clock, SecureRandom random) {
        this.config = config;
        this.hash = new PrefixHash(clock, random);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(config.rememberedPrefixes())
                .expireAfterWrite(PrefixHash.LIFE)
                .build(use -> bucket(quota(use.routeClass()), clock));
    }

    Standing take(Optional<InetAddress> address, RouteClass routeClass) {
        ConsumptionProbe probe =
                buckets.get(new Use(hash.of(address), routeClass)).tryConsumeAndReturnRemaining(1);
        return new Standing(
                "prefix",
                quota(routeClass),
                WINDOW.toSeconds(),
                probe.isConsumed(),
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                seconds(probe.getNanosToWaitForRefill()));
    }

    private static Bucket bucket(long quota, Clock clock) {
        return Bucket.builder()
                .withCustomTimePrecision(new ClockMeter(clock))
                .addLimit(bandwidth -> bandwidth.capacity(quota).refillGreedy(quota, WINDOW))
                .build();
    }

    private long quota(RouteClass routeClass) {
        return switch (routeClass) {
            case READ -> config.prefix().read();
            case EXPORT -> config.prefix().export();
            case WRITE -> config.prefix().write();
            case ADMINISTRATION -> config.prefix().administration();
        };
    }

    private static long seconds(long nanos) {
        return Math.max(1, Duration.ofNanos(nanos).plus(SECOND).minusNanos(1).toSeconds());
    }
}
