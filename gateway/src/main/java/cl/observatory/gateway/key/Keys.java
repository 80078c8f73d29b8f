package cl.observatory.gateway.key;

import cl.observatory.gateway.config.GatewayConfig;
import cl.observatory.gateway.identity.Caller;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/**
 * Tells who is behind a key. What is stored under an id is remembered for a few seconds, also that nothing is, so that a
 * caller who repeats a key costs no query; a revoked key stops working when that time is over.
 */
@ApplicationScoped
public class Keys {

    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final AsyncLoadingCache<String, Optional<ApiKey>> stored;

    Keys(GatewayConfig config, ApiKeyRepository repository, Clock clock, @VirtualThreads ExecutorService threads) {
        this.clock = clock;
        this.stored = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(config.keys().rememberedFor())
                .executor(threads)
                .buildAsync(id -> QuarkusTransaction.requiringNew().call(() -> repository.findByIdOptional(id)));
    }

    /**
     * @param presented every value of the header; none at all is an anonymous caller
     * @return the caller, or nothing when the key is not good, whatever the reason; never waits on the calling thread
     */
    public CompletionStage<Optional<Caller>> callerWith(List<String> presented) {
        if (presented.isEmpty()) {
            return CompletableFuture.completedStage(Optional.of(Caller.ANONYMOUS));
        }
        Optional<KeyText> key = presented.size() == 1 ? KeyText.parse(presented.getFirst()) : Optional.empty();
        if (key.isEmpty()) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        return stored.get(key.get().id())
                .thenApply(found -> found.flatMap(known -> known.callerWith(key.get(), clock.instant())));
    }
}
