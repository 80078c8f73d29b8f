package cl.observatory.query.rebuild;

import cl.observatory.events.Topics;
import cl.observatory.query.EventsIn;
import cl.observatory.query.TransientFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * How far a new read schema is behind the topics as they were when it was made. It is noted in that schema itself, so that
 * every process knows, and one that is killed goes on.
 *
 * <pre>
 * nobody looked how far the topics go ── begin ──▶ events are awaited ── the last one is applied ──▶ over, for good
 * </pre>
 */
@ApplicationScoped
public class CatchingUp implements EventsIn.Progress {

    private static final int UNKNOWN = -1;

    private final Jdbi jdbi;
    private final Ends ends;

    /** The last record of each partition that was applied by this process. */
    private final Map<String, Long> last = new ConcurrentHashMap<>();

    /** Once it is over, nobody asks the store again; whoever drops the schema ends the processes first. */
    private volatile boolean over;

    CatchingUp(Jdbi jdbi, Ends ends) {
        this.jdbi = jdbi;
        this.ends = ends;
    }

    /** How far topics go. */
    @FunctionalInterface
    interface Ends {

        /** Offset behind the last record of a partition. */
        long of(String topic, int partition);
    }

    /**
     * Notes how far a topic goes, unless that is known.
     *
     * @param ends offset behind the last record of each partition
     * @return the partitions of which events are awaited, and which have to be read from their first one on
     */
    @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, jitter = 200, retryOn = TransientFailure.class)
    Set<Integer> begin(String topic, Map<Integer, Long> ends) {
        return TransientFailure.telling(() -> jdbi.inTransaction(handle -> {
            int unknown =
                    handle.execute("delete from awaited_event where topic = ? and kafka_partition = ?", topic, UNKNOWN);
            if (unknown == 1) {
                ends.forEach((partition, end) -> await(handle, topic, partition, end));
                forgetErrors(handle, topic);
            }
            return handle.createQuery("select kafka_partition from awaited_event where topic = :topic")
                    .bind("topic", topic)
                    .mapTo(Integer.class)
                    .set();
        }));
    }

    private static void await(Handle handle, String topic, int partition, long end) {
        if (end > 0) {
            handle.execute("insert into awaited_event values (?, ?, ?)", topic, partition, end);
        }
    }

    /**
     * A release that is withdrawn for an error counts until the event of its withdrawal comes, as it did the first time:
     * later ones were laid over it meanwhile.
     */
    private static void forgetErrors(Handle handle, String topic) {
        if (topic.equals(Topics.RELEASES)) {
            handle.execute("delete from withdrawal where reason = 'ERROR'");
        }
    }

    @Override
    public void applied(String topic, int partition, long offset) {
        if (!over) {
            boolean jumped = hasJumped(topic, partition, offset);
            over = jdbi.inTransaction(handle -> {
                if (jumped) {
                    handle.execute(
                            "update awaited_event set until_offset = ? where topic = ? and kafka_partition = ?",
                            ends.of(topic, partition),
                            topic,
                            partition);
                }
                handle.execute(
                        "delete from awaited_event where topic = ? and kafka_partition = ? and until_offset <= ?",
                        topic,
                        partition,
                        offset + 1);
                return isEmpty(handle);
            });
        }
    }

    /**
     * Whether records were forgotten before this process came to them. They come again at the end ({@code docs/adr/0028}), which
     * is then another one than was noted.
     */
    private boolean hasJumped(String topic, int partition, long offset) {
        Long before = last.put(topic + " " + partition, offset);
        return before != null && offset > before + 1;
    }

    /**
     * Whether readers have been answered before, and what they would get now might be less. Before the first release
     * there is nothing to miss.
     */
    public boolean isUnderWay() {
        if (over) {
            return false;
        }
        return jdbi.withHandle(handle -> {
            over = isEmpty(handle);
            return !over
                    && handle.createQuery("select exists (select from outbox) or exists (select from withdrawal)")
                            .mapTo(Boolean.class)
                            .one();
        });
    }

    private static boolean isEmpty(Handle handle) {
        return handle.createQuery("select not exists (select from awaited_event)")
                .mapTo(Boolean.class)
                .one();
    }
}
