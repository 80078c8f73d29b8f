package cl.observatory.local.stack;

import cl.observatory.local.kafka.KafkaFiles;
import cl.observatory.local.kafka.KafkaPorts;
import cl.observatory.local.kafka.KafkaServer;
import cl.observatory.local.postgres.PostgresAccount;
import cl.observatory.local.postgres.PostgresBinaries;
import cl.observatory.local.postgres.PostgresFiles;
import cl.observatory.local.postgres.PostgresServer;
import cl.observatory.local.process.Lifetime;
import java.util.List;

/** What the services stand on, and where it keeps its files in the stack's folder. */
final class Infrastructure {

    private static final String POSTGRES = "postgres";
    private static final String KAFKA = "kafka";
    /** The account whose password PostgreSQL's superuser gets. */
    static final String SUPERUSER = "postgres-superuser";

    private static final String KAFKA_CONTROLLER = "kafka-controller";

    private final StackFolder folder;
    private final Lifetime lifetime;
    private final OwnProgram ownProgram;

    Infrastructure(StackFolder folder, Lifetime lifetime) {
        this.folder = folder;
        this.lifetime = lifetime;
        this.ownProgram = new OwnProgram(folder.programs().resolve(KAFKA));
    }

    /** Opens the way to its data for a PostgreSQL that must run as another user. */
    void prepare() {
        if (PostgresAccount.of(folder.root().getParent()) == PostgresAccount.NOBODY) {
            folder.letOthersPass();
        }
    }

    void choosePorts(StackPorts ports) {
        if (postgres(ports).running().isEmpty() || !ports.knows(POSTGRES)) {
            ports.choose(POSTGRES, usual(15432));
        }
        if (kafka(ports).running().isEmpty() || !ports.knows(KAFKA)) {
            ports.choose(KAFKA, usual(19092));
            ports.choose(KAFKA_CONTROLLER, usual(19093));
        }
    }

    /** Only the kept stack has usual ports, so that tests never stand in its way. */
    int usual(int port) {
        return lifetime == Lifetime.DETACHED ? port : StackPorts.ANY;
    }

    PostgresServer postgres(StackPorts ports) {
        PostgresFiles files = new PostgresFiles(
                PostgresBinaries.in(folder.programs()),
                folder.data().resolve(POSTGRES),
                folder.log(POSTGRES),
                folder.pidFile(POSTGRES),
                folder.secrets().passwordFile(SUPERUSER));
        return new PostgresServer(files, ports.find(POSTGRES).orElse(StackPorts.ANY), lifetime);
    }

    KafkaServer kafka(StackPorts ports) {
        KafkaFiles files = new KafkaFiles(
                folder.data().resolve(KAFKA), folder.log(KAFKA), folder.console(KAFKA), folder.pidFile(KAFKA));
        KafkaPorts own = new KafkaPorts(
                ports.find(KAFKA).orElse(StackPorts.ANY),
                ports.find(KAFKA_CONTROLLER).orElse(StackPorts.ANY));
        return new KafkaServer(files, own, ownProgram.classPath(), lifetime);
    }

    void start(KafkaServer kafka) {
        if (kafka.running().isEmpty()) {
            ownProgram.install();
        }
        kafka.start();
    }

    void stop(Progress progress) {
        StackPorts ports = StackPorts.read(folder.state());
        KafkaServer kafka = kafka(ports);
        if (kafka.running().isPresent()) {
            kafka.stop();
            progress.say(KAFKA, "stopped");
        }
        PostgresServer postgres = postgres(ports);
        if (postgres.running().isPresent()) {
            postgres.stop();
            progress.say(POSTGRES, "stopped");
        }
    }

    List<ProcessStatus> status(StackPorts ports) {
        PostgresServer postgres = postgres(ports);
        KafkaServer kafka = kafka(ports);
        return List.of(
                ProcessStatus.of(POSTGRES, postgres.running(), ports.find(POSTGRES), postgres::isReady),
                ProcessStatus.of(KAFKA, kafka.running(), ports.find(KAFKA), kafka::isReady));
    }
}
