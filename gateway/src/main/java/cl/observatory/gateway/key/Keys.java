package cl.observatory.gateway.key;

import cl.observatory.gateway.config.GatewayConfig;
import cl.observatory.gateway.identity.Caller;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import inet.ipaddr.IPAddress;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * Tells who is behind a key. What is stored under an id is remembered for a few seconds, also that nothing is, so that a
 * caller who repeats a key costs no query; a revoked key stops working when that time is over, at each replica by itself.
 */
@ApplicationScoped
public class Keys {

    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final AsyncLoadingCache<String, Optional<KnownKey>> stored;

    @Inject
    Keys(GatewayConfig config, StoredKeys repository, Clock clock, @VirtualThreads ExecutorService threads) {
        this(config.keys().rememberedFor(), repository, clock, threads);
    }

    Keys(Duration rememberedFor, StoredKeys repository, Clock clock, ExecutorService threads) {
        this.clock = clock;
        this.stored = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(rememberedFor)
                .executor(threads)
                .buildAsync(id -> repository.known(id));
    }

    /**
     * @param presented every value of the header; none at all is an anonymous caller
     * @param from the caller's address, asked for only when the key is bound to networks
     * @return the caller, or nothing when the key is not good, whatever the reason; never waits on the calling thread
     */
    public CompletionStage<Optional<Caller>> callerWith(List<String> presented, Supplier<Optional<IPAddress>> from) {
        if (presented.isEmpty()) {
            return CompletableFuture.completedStage(Optional.of(Caller.ANONYMOUS));
        }
        Optional<KeyText> key = presented.size() == 1 ? KeyText.parse(presented.getFirst()) : Optional.empty();
        if (key.isEmpty()) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        return stored.get(key.get().id())
                .thenApply(found -> found.flatMap(known -> known.callerWith(key.get(), clock.instant(), from)));
    }
}
