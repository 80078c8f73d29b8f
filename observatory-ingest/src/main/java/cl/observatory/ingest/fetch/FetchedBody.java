package cl.observatory.ingest.fetch;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.problem.ProblemException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer as a stream that does not wait longer than it may: neither for the next bytes nor for all of them.
 * At most one portion is under way and one waits, so memory does not grow with the body.
 */
final class FetchedBody extends InputStream implements BodySubscriber<InputStream> {

    private final Duration readTimeout;
    private final long deadline;
    private final BlockingQueue<Portion> portions = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private List<ByteBuffer> current = List.of();
    private int place;
    private boolean ended;

    /**
     * @param deadline of the whole body, as {@link System#nanoTime()} counts
     */
    FetchedBody(Duration readTimeout, long deadline) {
        this.readTimeout = readTimeout;
        this.deadline = deadline;
    }

    /**
     * What the connection brings.
     *
     * @param buffers null at the end
     * @param failure why it is the end, null when the body is whole
     */
    private record Portion(List<ByteBuffer> buffers, Throwable failure) {}

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.complete(given);
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        portions.add(new Portion(buffers, null));
    }

    @Override
    public void onError(Throwable failure) {
        portions.add(new Portion(null, failure));
    }

    @Override
    public void onComplete() {
        portions.add(new Portion(null, null));
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /**
     * @throws ProblemException when the body breaks off or takes too long
     */
    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            for (; place < current.size(); place++) {
                ByteBuffer buffer = current.get(place);
                if (buffer.hasRemaining()) {
                    int count = Math.min(length, buffer.remaining());
                    buffer.get(target, offset, count);
                    return count;
                }
            }
            advance();
        }
        return -1;
    }

    private void advance() {
        Portion next = next();
        if (next.failure() != null) {
            throw new ProblemException(IngestProblem.FETCH_INCOMPLETE);
        }
        ended = next.buffers() == null;
        place = 0;
        current = ended ? List.of() : next.buffers();
        if (!ended) {
            subscription.join().request(1);
        }
    }

    private Portion next() {
        long left = Math.min(readTimeout.toNanos(), deadline - System.nanoTime());
        try {
            Portion next = portions.poll(Math.max(0, left), TimeUnit.NANOSECONDS);
            if (next == null) {
                close();
                throw new ProblemException(IngestProblem.FETCH_TIMED_OUT);
            }
            return next;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            close();
            throw new ProblemException(IngestProblem.FETCH_INCOMPLETE);
        }
    }

    /** Ends the connection, wherever the body is. */
    @Override
    public void close() {
        var _ = subscription.thenAccept(Flow.Subscription::cancel);
    }
}
