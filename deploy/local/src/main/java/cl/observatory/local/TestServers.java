package cl.observatory.local;

import cl.observatory.local.kafka.KafkaFiles;
import cl.observatory.local.kafka.KafkaPorts;
import cl.observatory.local.kafka.KafkaServer;
import cl.observatory.local.postgres.Database;
import cl.observatory.local.postgres.PostgresBinaries;
import cl.observatory.local.postgres.PostgresFiles;
import cl.observatory.local.postgres.PostgresServer;
import cl.observatory.local.process.FreePort;
import cl.observatory.local.process.Lifetime;
import cl.observatory.local.process.LogFile;
import cl.observatory.local.process.PidFile;
import cl.observatory.local.process.PrivateFiles;
import cl.observatory.local.process.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * PostgreSQL and Kafka for tests: the servers of the local stack, started when first asked for, shared by all tests of a
 * JVM, and gone with it however it ends. Data lie in a folder of this JVM below the temporary one.
 *
 * <p>Fault tests may kill and start again what {@link #postgres()} and {@link #kafka()} return: port and data stay.
 */
public final class TestServers {

    private static final String PROPERTIES = "observatory.test-servers.";
    private static final String FOLDER = PROPERTIES + "folder";

    /** Quarkus loads this class once more for each of its class loaders; the JVM is what they share. */
    private static final Object JVM = Runtime.getRuntime();

    private TestServers() {}

    /** Makes an empty database with a role that owns it and can connect to no other. */
    public static Database createDatabase(String name) {
        String suffix = UUID.randomUUID().toString().replace("-", "");
        return postgres().databases().ensure(name + "_" + suffix.substring(0, 8), suffix);
    }

    /** Makes a further account of a database, which may do there what its owner grants, and nothing else. */
    public static Database createAccount(Database database, String name) {
        String suffix = UUID.randomUUID().toString().replace("-", "");
        return postgres().databases().ensureAccount(database, name + "_" + suffix.substring(0, 8), suffix);
    }

    /** The address of a broker that has the project's topics. */
    public static String kafkaBootstrapServers() {
        return kafka().bootstrapServers();
    }

    public static PostgresServer postgres() {
        synchronized (JVM) {
            PostgresServer server = postgres(folder(), port("postgres"));
            once("postgres", server::start);
            return server;
        }
    }

    public static KafkaServer kafka() {
        synchronized (JVM) {
            KafkaServer server = kafka(folder(), new KafkaPorts(port("kafka"), port("kafka-controller")));
            once("kafka", server::start);
            return server;
        }
    }

    private static int port(String name) {
        String property = PROPERTIES + name + ".port";
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(FreePort.any()));
        }
        return Integer.getInteger(property);
    }

    private static void once(String name, Runnable start) {
        String property = PROPERTIES + name + ".started";
        if (!Boolean.getBoolean(property)) {
            start.run();
            System.setProperty(property, "true");
        }
    }

    private static PostgresServer postgres(Path folder, int port) {
        PostgresFiles files = new PostgresFiles(
                PostgresBinaries.in(folder.getParent()),
                folder.resolve("postgres"),
                new LogFile(folder.resolve("postgres.log")),
                new PidFile(folder.resolve("postgres.pid")),
                folder.resolve("superuser"));
        try {
            if (!Files.exists(files.passwordFile())) {
                PrivateFiles.write(files.passwordFile(), UUID.randomUUID().toString());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new PostgresServer(files, port, Lifetime.BOUND);
    }

    private static KafkaServer kafka(Path folder, KafkaPorts ports) {
        KafkaFiles files = new KafkaFiles(
                folder.resolve("kafka"),
                new LogFile(folder.resolve("kafka.log")),
                new LogFile(folder.resolve("kafka.console.log")),
                new PidFile(folder.resolve("kafka.pid")));
        return new KafkaServer(files, ports, System.getProperty("java.class.path"), Lifetime.BOUND);
    }

    private static Path folder() {
        String known = System.getProperty(FOLDER);
        Path folder = known == null ? TestFolder.create(TestFolder.shared(), TestServers::end) : Path.of(known);
        System.setProperty(FOLDER, folder.toString());
        return folder;
    }

    /** Nothing of test servers is worth an orderly end. */
    private static void end(Path folder) {
        for (String name : new String[] {"postgres.pid", "kafka.pid"}) {
            new PidFile(folder.resolve(name)).running().ifPresent(ProcessIdentity::kill);
        }
    }
}
