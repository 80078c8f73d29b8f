package cl.observatory.local.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.SizeRotatingFileHandler;

/**
 * The program of the broker's process: broker and controller in one, which is what Kafka calls combined mode.
 *
 * <p>Kafka gives no public way to run a broker inside a program of one's own. This is the only class that uses its inner
 * ones, so a new version of Kafka can break nothing else.
 */
final class KafkaBroker {

    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";
    private static final long LOG_LIMIT = 5_000_000;
    private static final int OLD_LOGS = 2;

    private KafkaBroker() {}

    /** Arguments: the data folder, the log file, the broker's port, the controller's port. */
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        logTo(Path.of(arguments[1]));
        KafkaPorts ports = new KafkaPorts(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(data);
        }
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings(data, ports), false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-shutdown"));
        server.startup();
        server.awaitShutdown();
    }

    private static Properties settings(Path data, KafkaPorts ports) {
        Properties settings = new Properties();
        try (InputStream fixed = KafkaBroker.class.getResourceAsStream("broker.properties")) {
            settings.load(fixed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        settings.setProperty("log.dirs", data.toString());
        settings.setProperty(
                "listeners",
                "BROKER://127.0.0.1:%d,%s://127.0.0.1:%d".formatted(ports.broker(), CONTROLLER, ports.controller()));
        settings.setProperty("advertised.listeners", "BROKER://127.0.0.1:" + ports.broker());
        // Named here and not in the data, so that the controller's port may change from start to start.
        settings.setProperty("controller.quorum.voters", "%d@127.0.0.1:%d".formatted(NODE, ports.controller()));
        return settings;
    }

    private static void format(Path data) throws Exception {
        Files.createDirectories(data);
        new Formatter()
                .setNodeId(NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(data.toString()))
                .setMetadataLogDirectory(data.toString())
                .setControllerListenerName(CONTROLLER)
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setIgnoreFormatted(true)
                .run();
    }

    private static void logTo(Path file) throws IOException {
        SizeRotatingFileHandler handler = new SizeRotatingFileHandler();
        handler.setFormatter(new PatternFormatter("%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p [%c] %s%e%n"));
        handler.setRotateSize(LOG_LIMIT);
        handler.setMaxBackupIndex(OLD_LOGS);
        handler.setFile(file.toFile());
        Logger root = Logger.getLogger("");
        for (java.util.logging.Handler other : root.getHandlers()) {
            root.removeHandler(other);
        }
        root.addHandler(handler);
        root.setLevel(Level.WARNING);
    }
}
