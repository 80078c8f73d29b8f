package cl.observatory.gateway.usage;

import cl.observatory.gateway.contract.RouteClass;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts requests by key, class and day (UTC), and stores the counts every few seconds in one batch. Each count is stored
 * once or, when the process is killed, not at all.
 */
@ApplicationScoped
public class UsageCounts {

    private final UsageRepository stored;
    private final Clock clock;
    private final Map<Used, Count> counted = new ConcurrentHashMap<>();

    record Used(String keyId, RouteClass routeClass, LocalDate day) {}

    record Count(long requests, long refused) {

        Count plus(Count other) {
            return new Count(requests + other.requests(), refused + other.refused());
        }
    }

    UsageCounts(UsageRepository stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    /**
     * @param allowed whether it was served, and not refused for being one too many
     */
    public void count(String keyId, RouteClass routeClass, boolean allowed) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        counted.merge(new Used(keyId, routeClass, day), new Count(allowed ? 1 : 0, allowed ? 0 : 1), Count::plus);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void store() {
        Map<Used, Count> batch = new HashMap<>();
        counted.keySet().forEach(used -> batch.put(used, counted.remove(used)));
        if (batch.isEmpty()) {
            return;
        }
        try {
            stored.add(batch);
        } catch (IllegalStateException later) {
            batch.forEach((used, count) -> counted.merge(used, count, Count::plus));
            throw later;
        }
    }

    void storeTheRest(@Observes ShutdownEvent stop) {
        store();
    }
}
