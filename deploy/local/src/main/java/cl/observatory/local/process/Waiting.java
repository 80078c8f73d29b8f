package cl.observatory.local.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for what another process does, and of which it gives no notice. */
public final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(25);

    private Waiting() {}

    /**
     * Looks again and again.
     *
     * @return whether the condition came to hold in time
     */
    public static boolean until(Duration patience, BooleanSupplier condition) {
        return until(patience, PAUSE, condition);
    }

    /**
     * Looks again and again, with a pause between.
     *
     * @return whether the condition came to hold in time
     */
    public static boolean until(Duration patience, Duration pause, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            pause(pause);
        }
        return true;
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new LocalStackException("Interrupted while waiting.");
        }
    }
}
