package cl.observatory.gateway.key;

import cl.observatory.gateway.config.GatewayConfig;
import cl.observatory.gateway.identity.Caller;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/**
 * Has it written down on which day each key was last used, all keys at once and never while a request waits. What could not
 * be written is tried again; what a killed gateway had not written yet is lost.
 */
@ApplicationScoped
public class KeyUse {

    private static final Logger LOG = Logger.getLogger(KeyUse.class);

    private final GatewayConfig config;
    private final StoredKeys stored;
    private final Clock clock;
    private final ExecutorService threads;
    private final Map<String, LocalDate> used = new ConcurrentHashMap<>();
    private final Map<String, LocalDate> written = new ConcurrentHashMap<>();

    KeyUse(GatewayConfig config, StoredKeys stored, Clock clock, @VirtualThreads ExecutorService threads) {
        this.config = config;
        this.stored = stored;
        this.clock = clock;
        this.threads = threads;
    }

    void start(@Observes StartupEvent start, Vertx vertx) {
        vertx.setPeriodic(config.keys().useWrittenEvery().toMillis(), tick -> {
            if (!used.isEmpty()) {
                threads.execute(this::write);
            }
        });
    }

    void stop(@Observes ShutdownEvent stop) {
        write();
    }

    /** Waits for nothing. */
    public void saw(Caller caller) {
        if (caller.key() != null) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            if (!today.equals(written.get(caller.key().id()))) {
                used.put(caller.key().id(), today);
            }
        }
    }

    private void write() {
        Map<String, LocalDate> taken = Map.copyOf(used);
        try {
            stored.writeUse(taken);
        } catch (RuntimeException unavailable) {
            LOG.error("the use of keys cannot be written", unavailable);
            return;
        }
        written.putAll(taken);
        taken.forEach(used::remove);
    }
}
