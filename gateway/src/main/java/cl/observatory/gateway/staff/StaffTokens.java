package cl.observatory.gateway.staff;

import cl.observatory.gateway.identity.Caller;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/** Tells which member of staff is behind a token of the provider. */
@ApplicationScoped
public class StaffTokens {

    /** Of a token in characters; those of a person with very many roles come near. */
    private static final int LONGEST = 6 * 1024;

    private final Optional<Provider> provider;
    private final ExecutorService threads;

    StaffTokens(StaffConfig config, Clock clock, @VirtualThreads ExecutorService threads) {
        this.provider = config.issuer().map(issuer -> Provider.of(issuer, config, clock));
        this.threads = threads;
    }

    /** Whether there is a provider; where there is none, nobody is to look at tokens. */
    public boolean areTaken() {
        return provider.isPresent();
    }

    /**
     * @return the caller, or nothing when the token is not good, whatever the reason; a failure when the provider's keys
     *     cannot be had. Never waits on the calling thread.
     */
    public CompletionStage<Optional<Caller>> callerWith(String token) {
        if (provider.isEmpty() || token.isEmpty() || token.length() > LONGEST) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        return CompletableFuture.supplyAsync(() -> provider.get().callerWith(token), threads);
    }
}
