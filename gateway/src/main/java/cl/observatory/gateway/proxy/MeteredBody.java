package cl.observatory.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** The body of a request on its way to a service: counted as it passes, and broken off where it becomes too large. */
final class MeteredBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final long limit;
    private final Runnable whenRead;
    private long passed;
    private boolean tooLarge;
    private boolean brokenOff;
    private Handler<Throwable> failed = ignored -> {};

    MeteredBody(ReadStream<Buffer> body, long limit, Runnable whenRead) {
        this.body = body;
        this.limit = limit;
        this.whenRead = whenRead;
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    /** Whether the caller stopped sending before the end, in whatever way. */
    boolean isBrokenOff() {
        return brokenOff;
    }

    private void pass(Buffer part, Handler<Buffer> next) {
        if (tooLarge) {
            return;
        }
        passed += part.length();
        if (passed > limit) {
            tooLarge = true;
            failed.handle(new BodyTooLargeException());
        } else {
            next.handle(part);
        }
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        body.handler(handler == null ? null : part -> pass(part, handler));
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        failed = handler == null ? ignored -> {} : handler;
        body.exceptionHandler(cause -> {
            brokenOff = true;
            failed.handle(cause);
        });
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        body.endHandler(
                handler == null
                        ? null
                        : end -> {
                            if (!tooLarge) {
                                whenRead.run();
                                handler.handle(null);
                            }
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        body.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        body.fetch(amount);
        return this;
    }
}
