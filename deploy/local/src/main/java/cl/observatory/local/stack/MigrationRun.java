package cl.observatory.local.stack;

import cl.observatory.local.postgres.Account;
import cl.observatory.local.postgres.PostgresDatabases;
import cl.observatory.local.process.Launch;
import cl.observatory.local.process.Lifetime;
import cl.observatory.local.process.LocalStackException;
import cl.observatory.local.process.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Makes the tables of a database whose users do not own it: their program, run as the owner until it ends by itself. What
 * was made by which build is noted at the database, so that a build is run once.
 */
final class MigrationRun {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ServiceDefinition definition;
    private final StackFolder folder;
    private final InstalledProgram program;

    private MigrationRun(ServiceDefinition definition, StackFolder folder, Path checkout) {
        this.definition = definition;
        this.folder = folder;
        Path built = checkout.resolve(definition.module()).resolve("target").resolve("quarkus-app");
        this.program = new InstalledProgram(built, built);
    }

    /** One for each database that the services use and do not own. */
    static List<MigrationRun> before(List<ServiceDefinition> services, StackFolder folder, Path checkout) {
        return services.stream()
                .filter(service -> !service.account().isOwner())
                .map(service -> new ServiceDefinition(
                        service.account().database() + "-migration",
                        service.module(),
                        Account.owning(service.account().database()),
                        StackPorts.ANY,
                        StackPorts.ANY,
                        Set.of(ServiceDefinition.Need.MIGRATION)))
                .distinct()
                .map(definition -> new MigrationRun(definition, folder, checkout))
                .toList();
    }

    String name() {
        return definition.name();
    }

    Account owner() {
        return definition.account();
    }

    boolean isBefore(ServiceDefinition service) {
        return service.account().database().equals(owner().database());
    }

    void run(ServiceEnvironment environment, PostgresDatabases databases) {
        String build = program.fingerprint();
        if (databases.note(owner().database()).equals(build)) {
            return;
        }
        Path temporary = folder.emptyTemporary(name());
        OptionalInt status = new Launch(
                        Lifetime.BOUND.around(JavaCommand.of(definition, temporary, program.copy()), Signal.KILL),
                        environment.of(definition),
                        folder.run(),
                        folder.console(name()),
                        folder.pidFile(name()))
                .run(PATIENCE);
        if (status.isEmpty()) {
            throw failure("%s did not end within %d s.".formatted(name(), PATIENCE.toSeconds()));
        }
        if (status.getAsInt() != 0) {
            throw failure("%s ended with status %d: the tables of the database %s are not as its services need them."
                    .formatted(name(), status.getAsInt(), owner().database()));
        }
        databases.setNote(owner().database(), build);
    }

    private LocalStackException failure(String sentence) {
        return new LocalStackException(sentence + " " + folder.lastWords(name()));
    }
}
