package cl.observatory.query.memory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the changes of what readers are answered from, whichever process made them. What was read under one number holds
 * as long as the number does.
 *
 * <pre>
 * nobody tells of changes ── begin ──▶ every change is told ── end ──▶ nobody tells of changes
 *    (nothing is remembered)              │        ▲
 *                                         └─ move ─┘
 * </pre>
 */
@ApplicationScoped
public class Generation {

    /** Whoever reads under this one may keep nothing. */
    static final long NONE = -1;

    private final AtomicLong numbers = new AtomicLong();
    private volatile long current = NONE;

    /** The number to take before reading, {@value #NONE} while changes are not told. */
    long now() {
        return current;
    }

    /** Whether what was read under a number still holds. */
    boolean holds(long number) {
        return number != NONE && number == current;
    }

    /** From here on every change is told. */
    public void begin() {
        move();
    }

    /** Something has changed. */
    void move() {
        current = numbers.incrementAndGet();
    }

    /** Changes may have been missed. */
    void end() {
        current = NONE;
    }
}
