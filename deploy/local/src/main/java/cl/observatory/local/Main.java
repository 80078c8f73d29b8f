package cl.observatory.local;

import cl.observatory.local.process.LocalStackException;
import cl.observatory.local.stack.Stack;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The commands behind {@code ./observatory}, which finds a JDK, builds what is stale and hands over to this. */
public final class Main {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    /** Arguments: the checkout, the command, and what belongs to the command. */
    public static void main(String[] arguments) {
        // Kafka's client tells its whole configuration whenever one is made.
        Logger.getLogger("").setLevel(Level.SEVERE);
        System.exit(run(Path.of(arguments[0]), arguments[1], List.of(arguments).subList(2, arguments.length)));
    }

    private static int run(Path checkout, String command, List<String> rest) {
        Stack stack = Stack.of(checkout, System.out::println);
        try {
            return switch (command) {
                case "up" -> new Commands(System.out).up(stack);
                case "demo" -> new Commands(System.out).demo(stack);
                case "down" -> new Commands(System.out).down(stack);
                case "status" -> new Commands(System.out).status(stack);
                case "logs" -> new Commands(System.out).logs(stack, rest);
                case "reset" -> new Commands(System.out).reset(stack, rest.contains("--yes"));
                case "verify-audit" -> new Commands(System.out).verifyAudit(stack, rest);
                case "staff-token" -> new Commands(System.out).staffToken(stack, rest);
                case "administrator-key" -> stack.administratorKey(rest);
                case "rebuild-query" -> new Commands(System.out).rebuildQuery(stack);
                default -> MISUSED;
            };
        } catch (LocalStackException failed) {
            System.err.println(failed.getMessage());
            return FAILED;
        } catch (UncheckedIOException failed) {
            System.err.printf("%s: %s%n", failed.getMessage(), failed.getCause());
            return FAILED;
        }
    }
}
