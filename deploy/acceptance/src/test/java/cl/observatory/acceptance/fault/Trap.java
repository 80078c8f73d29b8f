package cl.observatory.acceptance.fault;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Waits on all wires for one moment. While the fault happens, nothing passes on any of them. */
final class Trap {

    private Predicate<Moment> moment = any -> false;
    private Runnable fault = () -> {};
    private CountDownLatch sprung = new CountDownLatch(0);

    synchronized void set(Predicate<Moment> awaited, Runnable then) {
        moment = awaited;
        fault = then;
        sprung = new CountDownLatch(1);
    }

    /** Whether this was the moment; then the connection on which it was seen is to be cut. */
    synchronized boolean springs(Moment seen) {
        if (!moment.test(seen)) {
            return false;
        }
        moment = any -> false;
        fault.run();
        sprung.countDown();
        return true;
    }

    boolean hasSprungWithin(Duration patience) throws InterruptedException {
        CountDownLatch awaited;
        synchronized (this) {
            awaited = sprung;
        }
        return awaited.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
