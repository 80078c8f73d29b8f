package cl.observatory.local.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Stands in for a service that holds a secret in memory and comes to a bad end: of no memory, when it is told to. */
final class Faulty {

    static final String SECRET = "what-is-only-in-memory";

    private Faulty() {}

    public static void main(String[] arguments) {
        List<Object> held = new ArrayList<>();
        held.add((SECRET + System.nanoTime()).toCharArray());
        System.out.println("holding");
        while ("memory".equals(System.getenv("RUN_OUT_OF"))) {
            held.add(new byte[1 << 20]);
        }
        while (!held.isEmpty()) {
            LockSupport.park();
        }
    }
}
