package cl.observatory.local.stack;

import cl.observatory.local.kafka.KafkaServer;
import cl.observatory.local.postgres.Account;
import cl.observatory.local.postgres.Database;
import cl.observatory.local.postgres.PostgresDatabases;
import cl.observatory.local.postgres.PostgresServer;
import cl.observatory.local.process.Folders;
import cl.observatory.local.process.Lifetime;
import cl.observatory.local.process.LocalStackException;
import cl.observatory.local.process.LogFile;
import cl.observatory.local.process.Waiting;
import cl.observatory.local.secret.LocalPrincipal;
import cl.observatory.local.secret.Secrets;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * All processes together. Every command may be repeated, and cut off at any moment: the next {@link #up} goes on from
 * what it finds.
 */
public final class Stack {

    private static final String QUERY = "query";
    private static final Duration PATIENCE_WITH_REBUILD = Duration.ofHours(12);

    private final StackFolder folder;
    private final List<ServiceDefinition> services;
    private final Infrastructure infrastructure;
    private final Map<String, ServiceProcess> processes = new LinkedHashMap<>();
    private final List<MigrationRun> migrations;
    private final Progress progress;

    /** The stack of a checkout, which keeps its data there. */
    public static Stack of(Path checkout, Consumer<String> say) {
        return kept(checkout, checkout.resolve(".observatory"), ServiceDefinition.all(), say);
    }

    /** The services of a checkout with their data in another folder, until they are stopped or reset. */
    public static Stack kept(Path checkout, Path root, List<ServiceDefinition> services, Consumer<String> say) {
        return new Stack(checkout, root, services, Lifetime.DETACHED, say);
    }

    /** A stack of its own that ends with this JVM, on any free ports: for tests of the services that the checkout built. */
    public static Stack forTests(Path checkout, Path root, List<ServiceDefinition> services) {
        return new Stack(checkout, root, services, Lifetime.BOUND, sentence -> {});
    }

    private Stack(Path checkout, Path root, List<ServiceDefinition> services, Lifetime lifetime, Consumer<String> say) {
        this.folder = new StackFolder(root.toAbsolutePath().normalize());
        this.services = services;
        this.infrastructure = new Infrastructure(folder, lifetime);
        this.progress = new Progress(say);
        for (ServiceDefinition service : services) {
            processes.put(service.name(), new ServiceProcess(service, folder, checkout, lifetime));
        }
        this.migrations = MigrationRun.before(services, folder, checkout);
    }

    /** Starts what is missing, restarts what was built or configured anew, and returns when all are ready. */
    public StackAccess up() {
        processes.values().forEach(ServiceProcess::requireBuilt);
        folder.refuseOtherOwner();
        folder.create();
        folder.alone(this::startAll);
        return access();
    }

    private void startAll() {
        startServices(startInfrastructure());
    }

    private ServiceEnvironment startInfrastructure() {
        infrastructure.prepare();
        folder.secrets()
                .createMissing(Stream.concat(
                                Stream.of(Infrastructure.SUPERUSER),
                                accounts().values().stream().map(Account::role))
                        .toList());
        StackPorts ports = choosePorts();
        PostgresServer postgres = infrastructure.postgres(ports);
        KafkaServer kafka = infrastructure.kafka(ports);
        progress.together(Map.of(
                "postgres", () -> startPostgres(postgres),
                "kafka", () -> infrastructure.start(kafka)));
        return new ServiceEnvironment(folder, ports, postgres, kafka.bootstrapServers());
    }

    private void startServices(ServiceEnvironment environment) {
        Map<String, Runnable> starts = new LinkedHashMap<>();
        Map<String, CompletableFuture<Void>> migrated = new LinkedHashMap<>();
        for (MigrationRun migration : migrations) {
            CompletableFuture<Void> made = new CompletableFuture<>();
            migrated.put(migration.owner().database(), made);
            starts.put(migration.name(), () -> migrate(migration, environment, made));
        }
        for (ServiceDefinition service : services) {
            CompletableFuture<Void> made =
                    migrated.getOrDefault(service.account().database(), CompletableFuture.completedFuture(null));
            starts.put(service.name(), () -> {
                made.join();
                processes.get(service.name()).start(environment);
            });
        }
        progress.together(starts);
    }

    private void migrate(MigrationRun migration, ServiceEnvironment environment, CompletableFuture<Void> made) {
        try {
            migration.run(environment, environment.databases());
            made.complete(null);
        } catch (RuntimeException failed) {
            made.completeExceptionally(failed);
            throw failed;
        }
    }

    /**
     * Drops what query can make again, and returns when it has made it again; meanwhile its readers are told to wait. What
     * is cut off before the drop has changed nothing, and what is cut off after it goes on at the next start.
     */
    public StackAccess rebuildQuery() {
        processes.values().forEach(ServiceProcess::requireBuilt);
        folder.refuseOtherOwner();
        folder.create();
        folder.alone(this::dropAndStart);
        return access();
    }

    private void dropAndStart() {
        stop(QUERY);
        ServiceEnvironment environment = startInfrastructure();
        ReadSchema schema = new ReadSchema(databaseOf(QUERY));
        schema.drop();
        progress.say(QUERY, "makes its read schema again from the first event on");
        startServices(environment);
        boolean whole = Waiting.until(PATIENCE_WITH_REBUILD, Duration.ofMillis(500), () -> {
            if (processes.get(QUERY).running().isEmpty()) {
                throw new LocalStackException(
                        "query ended while it made its read schema again. It goes on with ./observatory up.");
            }
            return schema.isWhole();
        });
        if (!whole) {
            throw new LocalStackException("query is still making its read schema again; see ./observatory logs query.");
        }
        progress.say(QUERY, "has made its read schema again");
    }

    private void startPostgres(PostgresServer postgres) {
        postgres.start();
        for (Account account : new LinkedHashSet<>(accounts().values())) {
            ensure(postgres.databases(), account);
        }
    }

    private Database ensure(PostgresDatabases databases, Account account) {
        Secrets secrets = folder.secrets();
        Database owned = databases.ensure(account.database(), secrets.password(account.database()));
        if (account.isOwner()) {
            return owned;
        }
        Database shared = databases.ensureAccount(owned, account.role(), secrets.password(account.role()));
        databases.setForSessionsOf(account.role(), account.settings());
        return shared;
    }

    /** As whom each process uses its database, by its name. */
    private Map<String, Account> accounts() {
        Map<String, Account> accounts = new LinkedHashMap<>();
        migrations.forEach(migration -> accounts.put(migration.name(), migration.owner()));
        services.forEach(service -> accounts.put(service.name(), service.account()));
        return accounts;
    }

    private StackPorts choosePorts() {
        StackPorts ports = StackPorts.read(folder.state());
        infrastructure.choosePorts(ports);
        for (ServiceDefinition service : services) {
            if (processes.get(service.name()).running().isEmpty() || !ports.knows(service.portName())) {
                ports.choose(service.portName(), infrastructure.usual(service.usualPort()));
                ports.choose(service.managementPortName(), infrastructure.usual(service.usualManagementPort()));
            }
        }
        ports.write(folder.state());
        return ports;
    }

    /** Ends all processes: the door first, then the services, then what they stand on. */
    public void down() {
        folder.refuseOtherOwner();
        if (Files.isDirectory(folder.root())) {
            folder.alone(this::stopAll);
        }
    }

    private void stopAll() {
        for (ServiceDefinition service :
                services.stream().filter(ServiceDefinition::isDoor).toList()) {
            stop(service.name());
        }
        processes.keySet().forEach(this::stop);
        infrastructure.stop(progress);
    }

    private void stop(String name) {
        ServiceProcess process = processes.get(name);
        if (process.running().isPresent()) {
            process.stop();
            progress.say(name, "stopped");
        }
    }

    /** Ends all processes and deletes everything that this stack ever kept. */
    public void reset() {
        down();
        Folders.delete(folder.root());
    }

    public List<ProcessStatus> status() {
        StackPorts ports = StackPorts.read(folder.state());
        List<ProcessStatus> all = new ArrayList<>(infrastructure.status(ports));
        for (ServiceDefinition service : services) {
            all.add(ProcessStatus.of(
                    service.name(),
                    processes.get(service.name()).running(),
                    ports.find(service.portName()),
                    () -> Readiness.of(ports.of(service.managementPortName())).isReady()));
        }
        return all;
    }

    /** The logs of these processes, or of all when none is named. */
    public List<Path> logs(List<String> names) {
        List<String> known = Stream.concat(
                        status().stream().map(ProcessStatus::name),
                        migrations.stream().map(MigrationRun::name))
                .toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new LocalStackException(
                        "There is no process %s; there are %s.".formatted(name, String.join(", ", known)));
            }
        }
        return (names.isEmpty() ? known : names)
                .stream()
                        .flatMap(name -> Stream.of(folder.console(name), folder.log(name)))
                        .map(LogFile::path)
                        .filter(Files::exists)
                        .toList();
    }

    /** Makes an empty database beside those of the services, for measurements; the stack must be up. */
    public Database database(String name) {
        return infrastructure
                .postgres(StackPorts.read(folder.state()))
                .databases()
                .ensure(name, UUID.randomUUID().toString().replace("-", ""));
    }

    /** The database of a process as the process uses it, for measurements beside it; the stack must be up. */
    public Database databaseOf(String process) {
        PostgresServer postgres = infrastructure.postgres(StackPorts.read(folder.state()));
        return ensure(postgres.databases(), accounts().get(process));
    }

    public Path folder() {
        return folder.root();
    }

    /** How to use the stack; to be asked once it is up. */
    public StackAccess access() {
        Secrets secrets = folder.secrets();
        StackPorts ports = StackPorts.read(folder.state());
        Map<LocalPrincipal, String> keys = new EnumMap<>(LocalPrincipal.class);
        for (LocalPrincipal principal : LocalPrincipal.values()) {
            keys.put(principal, secrets.apiKey(principal).text());
        }
        return new StackAccess(
                address(ports, ServiceDefinition.Need.BACKENDS),
                address(ports, ServiceDefinition.Need.MODERATION),
                secrets.apiKeys(),
                keys);
    }

    /** A token with which a member of the staff is let in at the moderation role, for an hour. */
    public String staffToken(String person) {
        return folder.secrets().staff().token(person, Instant.now());
    }

    /**
     * Has the gateway's program print an administrator's key; the stack must be up.
     *
     * @return its exit status
     */
    public int administratorKey(List<String> arguments) {
        StackPorts ports = StackPorts.read(folder.state());
        ServiceDefinition door = services.stream()
                .filter(ServiceDefinition::isDoor)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This stack has no door"));
        ServiceEnvironment environment = new ServiceEnvironment(
                folder,
                ports,
                infrastructure.postgres(ports),
                infrastructure.kafka(ports).bootstrapServers());
        return processes
                .get(door.name())
                .runAtTerminal(
                        environment,
                        Stream.concat(Stream.of("administrator-key"), arguments.stream())
                                .toList());
    }

    private URI address(StackPorts ports, ServiceDefinition.Need what) {
        return services.stream()
                .filter(service -> service.needs().contains(what))
                .map(service -> URI.create("http://127.0.0.1:" + ports.of(service.portName())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This stack has nothing for " + what));
    }
}
