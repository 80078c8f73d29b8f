package cl.observatory.local.stack;

import cl.observatory.local.postgres.Account;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One of our services, or one role of it, as the stack knows it: data, so that a new one is a line here.
 *
 * @param name of its process
 * @param module its folder in the checkout
 * @param account as whom it uses which database; when it does not own the database, its program makes the tables in a
 *     run before, see {@link MigrationRun}
 * @param usualManagementPort for health and metrics
 * @param settings variables of its environment besides those that its needs ask for
 */
public record ServiceDefinition(
        String name,
        String module,
        Account account,
        int usualPort,
        int usualManagementPort,
        Set<Need> needs,
        Map<String, String> settings) {

    /** What a service is given besides its ports and its database. */
    public enum Need {
        KAFKA,
        /** The keys with which it verifies who is calling. */
        VERIFICATION,
        /** The key with which it signs who is calling. */
        SIGNING,
        API_KEYS,
        /** The addresses of the services behind it. */
        BACKENDS,
        /** Where the public reaches all of it. */
        PUBLIC_ADDRESS,
        /** What makes the tables of the services that share them, and ends. */
        MIGRATION,
        /** What takes reports and cannot open them. */
        INTAKE,
        /** What opens reports; staff reach it past the door. */
        MODERATION,
        /** That its heap can be dumped, which nobody is let do but a test. */
        DIAGNOSIS
    }

    private static final String REPORTS = "reports";

    /** The views of the server would show to the microsecond when a role did something last. */
    private static final String NO_LAST_STATEMENT = "track_activities = off";

    /** They would show when a table was last read, and so when a report came; who clears the tables later is counted. */
    private static final String NO_LAST_SCAN = "track_counts = off";

    public ServiceDefinition {
        needs = Set.copyOf(needs);
        settings = Map.copyOf(settings);
    }

    ServiceDefinition(
            String name, String module, Account account, int usualPort, int usualManagementPort, Set<Need> needs) {
        this(name, module, account, usualPort, usualManagementPort, needs, Map.of());
    }

    /** A service that owns a database of its own name. */
    ServiceDefinition(String name, String module, int usualPort, int usualManagementPort, Set<Need> needs) {
        this(name, module, Account.owning(name), usualPort, usualManagementPort, needs);
    }

    /** The services in the order in which a reader meets them. */
    public static List<ServiceDefinition> all() {
        return List.of(
                new ServiceDefinition(
                        "ingest", "observatory-ingest", 8081, 9081, Set.of(Need.KAFKA, Need.VERIFICATION)),
                new ServiceDefinition(
                        "query",
                        "observatory-query",
                        8082,
                        9082,
                        Set.of(Need.KAFKA, Need.VERIFICATION, Need.PUBLIC_ADDRESS)),
                new ServiceDefinition(
                        "reports-intake",
                        "community-reports",
                        new Account(REPORTS, "reports_intake", List.of(NO_LAST_STATEMENT, NO_LAST_SCAN)),
                        8083,
                        9083,
                        Set.of(Need.INTAKE)),
                new ServiceDefinition(
                        "reports-moderation",
                        "community-reports",
                        new Account(REPORTS, "reports_moderation", List.of(NO_LAST_STATEMENT)),
                        8084,
                        9084,
                        Set.of(Need.MODERATION, Need.KAFKA)),
                new ServiceDefinition(
                        "gateway", "gateway", 8080, 9080, Set.of(Need.SIGNING, Need.API_KEYS, Need.BACKENDS)));
    }

    /** The same with other settings, which come before all that it would be told else. */
    public ServiceDefinition with(Map<String, String> others) {
        return new ServiceDefinition(name, module, account, usualPort, usualManagementPort, needs, others);
    }

    /** The same, whose heap can be dumped. */
    public ServiceDefinition openToDiagnosis() {
        Set<Need> more = EnumSet.of(Need.DIAGNOSIS);
        more.addAll(needs);
        return new ServiceDefinition(name, module, account, usualPort, usualManagementPort, more, settings);
    }

    String portName() {
        return name;
    }

    String managementPortName() {
        return name + "-management";
    }

    boolean isDoor() {
        return needs.contains(Need.BACKENDS);
    }

    /** Whether it is asked so little that it need not become fast. */
    boolean worksForFew() {
        return needs.contains(Need.MIGRATION) || needs.contains(Need.MODERATION);
    }

    /** Whether it handles what people told in confidence. */
    boolean isConfidential() {
        return needs.contains(Need.INTAKE) || needs.contains(Need.MODERATION);
    }
}
