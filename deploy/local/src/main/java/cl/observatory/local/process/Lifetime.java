package cl.observatory.local.process;

import java.util.List;
import java.util.stream.Stream;

/** How long a started process lives. */
public enum Lifetime {

    /** On its own: it outlives the JVM and the terminal that started it. */
    DETACHED,

    /** At most as long as the JVM that started it, however that one ends. */
    BOUND;

    /**
     * The command that lives this long.
     *
     * @param farewell what a bound process is sent when its JVM ends
     */
    public List<String> around(List<String> command, Signal farewell) {
        List<String> prefix = switch (this) {
            case DETACHED -> List.of("setsid");
            case BOUND -> List.of("setpriv", "--pdeathsig", farewell.name());
        };
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }
}
