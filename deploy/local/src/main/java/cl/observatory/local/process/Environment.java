package cl.observatory.local.process;

import java.util.Map;
import java.util.Set;

/** What a process of the stack inherits from the shell that started it: nothing that could hold a secret. */
final class Environment {

    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "LANG");

    private Environment() {}

    static void inheritLittle(Map<String, String> environment) {
        environment.keySet().retainAll(INHERITED);
    }
}
