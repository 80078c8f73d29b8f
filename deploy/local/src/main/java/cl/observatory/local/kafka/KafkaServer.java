package cl.observatory.local.kafka;

import cl.observatory.local.process.Launch;
import cl.observatory.local.process.Lifetime;
import cl.observatory.local.process.LocalStackException;
import cl.observatory.local.process.ProcessIdentity;
import cl.observatory.local.process.Signal;
import cl.observatory.local.process.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Kafka broker on 127.0.0.1, in a process of its own. All it knows lies in its files, so that any JVM may find, end or
 * start it. It may be killed at any moment: what it acknowledged is there after the next start.
 */
public final class KafkaServer {

    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(60);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(20);

    private final KafkaFiles files;
    private final KafkaPorts ports;
    private final String classPath;
    private final Lifetime lifetime;

    /**
     * @param classPath holds this module and what it depends on
     */
    public KafkaServer(KafkaFiles files, KafkaPorts ports, String classPath, Lifetime lifetime) {
        this.files = files;
        this.ports = ports;
        this.classPath = classPath;
        this.lifetime = lifetime;
    }

    /** Starts the broker, unless it runs, and returns when it answers and has the project's topics. */
    public void start() {
        if (running().isEmpty()) {
            launch();
        }
        awaitReady();
    }

    public Optional<ProcessIdentity> running() {
        return files.pidFile().running();
    }

    public void stop() {
        running().ifPresent(process -> process.stop(Signal.TERM, PATIENCE_AT_STOP));
    }

    /** Ends the broker as a crash would. */
    public void kill() {
        running().ifPresent(ProcessIdentity::kill);
    }

    public String bootstrapServers() {
        return ports.bootstrapServers();
    }

    private void launch() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-HeapDumpOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                classPath,
                KafkaBroker.class.getName(),
                files.data().toString(),
                files.log().path().toString(),
                Integer.toString(ports.broker()),
                Integer.toString(ports.controller()));
        files.log().begin();
        new Launch(
                        lifetime.around(command, Signal.KILL),
                        Map.of(),
                        files.data().getParent(),
                        files.console(),
                        files.pidFile())
                .start();
    }

    private void awaitReady() {
        KafkaTopics topics = new KafkaTopics(bootstrapServers());
        boolean ready = Waiting.until(PATIENCE_AT_START, () -> {
            if (running().isEmpty()) {
                throw failure("Kafka ended during its start.");
            }
            return topics.ensure();
        });
        if (!ready) {
            throw failure("Kafka does not answer on port %d after %d s."
                    .formatted(ports.broker(), PATIENCE_AT_START.toSeconds()));
        }
    }

    private LocalStackException failure(String sentence) {
        return new LocalStackException("%s Its logs, %s and %s, end with:%n%s%n%s"
                .formatted(
                        sentence,
                        files.console().path(),
                        files.log().path(),
                        String.join("\n", files.console().tail(20)),
                        String.join("\n", files.log().tail(20))));
    }
}
