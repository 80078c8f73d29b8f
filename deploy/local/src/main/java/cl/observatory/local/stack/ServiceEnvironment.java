package cl.observatory.local.stack;

import cl.observatory.local.postgres.Account;
import cl.observatory.local.postgres.PostgresDatabases;
import cl.observatory.local.postgres.PostgresServer;
import cl.observatory.local.secret.Secrets;
import java.util.Map;
import java.util.TreeMap;

/** The environment variables by which a service of this stack learns where everything is. */
final class ServiceEnvironment {

    private static final String AMPLE = "100000000/minute 100000000000/day";
    private static final String AMPLE_FOR_A_PREFIX = "100000000";

    private final StackFolder folder;
    private final StackPorts ports;
    private final PostgresServer postgres;
    private final String bootstrapServers;

    ServiceEnvironment(StackFolder folder, StackPorts ports, PostgresServer postgres, String bootstrapServers) {
        this.folder = folder;
        this.ports = ports;
        this.postgres = postgres;
        this.bootstrapServers = bootstrapServers;
    }

    PostgresDatabases databases() {
        return postgres.databases();
    }

    Readiness readiness(ServiceDefinition service) {
        return Readiness.of(ports.of(service.managementPortName()));
    }

    Map<String, String> of(ServiceDefinition service) {
        Account account = service.account();
        Map<String, String> variables = new TreeMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(account.database()),
                "QUARKUS_DATASOURCE_USERNAME", account.role(),
                "QUARKUS_DATASOURCE_PASSWORD", folder.secrets().password(account.role())));
        variables.putAll(logging(service));
        if (!service.needs().contains(ServiceDefinition.Need.MIGRATION)) {
            variables.putAll(Map.of(
                    "QUARKUS_HTTP_HOST",
                    "127.0.0.1",
                    "QUARKUS_HTTP_PORT",
                    port(service.portName()),
                    "QUARKUS_MANAGEMENT_HOST",
                    "127.0.0.1",
                    "QUARKUS_MANAGEMENT_PORT",
                    port(service.managementPortName())));
        }
        service.needs().forEach(need -> variables.putAll(of(need)));
        variables.putAll(service.settings());
        return variables;
    }

    private Map<String, String> of(ServiceDefinition.Need need) {
        Secrets secrets = folder.secrets();
        ReportsEnvironment reports = new ReportsEnvironment(secrets);
        return switch (need) {
            case KAFKA -> Map.of("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
            case VERIFICATION ->
                Map.of(
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                        secrets.keySet().toUri().toString());
            case SIGNING ->
                Map.of("GATEWAY_IDENTITY_SIGNING_KEY", secrets.signingKey().toString());
            case API_KEYS ->
                Map.of(
                        "GATEWAY_KEYS_FILE",
                        secrets.gatewayKeys().toString(),
                        "GATEWAY_KEYS_ENVIRONMENT",
                        "local",
                        // One machine is all of the world here, and measures how fast it is.
                        "GATEWAY_ALLOWANCE_KEY_READ",
                        AMPLE,
                        "GATEWAY_ALLOWANCE_KEY_EXPORT",
                        AMPLE,
                        "GATEWAY_ALLOWANCE_KEY_WRITE",
                        AMPLE,
                        "GATEWAY_ALLOWANCE_KEY_ADMINISTRATION",
                        AMPLE,
                        "GATEWAY_ALLOWANCE_POOL_READ",
                        AMPLE,
                        "GATEWAY_ALLOWANCE_POOL_EXPORT",
                        AMPLE,
                        "GATEWAY_ALLOWANCE_PREFIX_READ",
                        AMPLE_FOR_A_PREFIX,
                        "GATEWAY_ALLOWANCE_PREFIX_EXPORT",
                        AMPLE_FOR_A_PREFIX);
            case BACKENDS ->
                Map.of(
                        "GATEWAY_BACKENDS_INGEST_URL", address("ingest"),
                        "GATEWAY_BACKENDS_QUERY_URL", address("query"),
                        "GATEWAY_BACKENDS_REPORTS_URL", address("reports-intake"));
            case PUBLIC_ADDRESS -> Map.of("QUERY_CITATIONS_ADDRESS", address("gateway"));
            case MIGRATION -> reports.migration();
            case INTAKE -> reports.intake();
            case MODERATION -> reports.moderation();
            case DIAGNOSIS -> Map.of();
        };
    }

    /** To a file whose size is limited, and not to a console that no terminal reads and nothing limits. */
    private Map<String, String> logging(ServiceDefinition service) {
        return Map.of(
                "QUARKUS_LOG_CONSOLE_ENABLED", "false",
                "QUARKUS_LOG_FILE_ENABLED", "true",
                "QUARKUS_LOG_FILE_PATH", folder.log(service.name()).path().toString(),
                "QUARKUS_LOG_FILE_ROTATION_MAX_FILE_SIZE", "10M",
                "QUARKUS_LOG_FILE_ROTATION_MAX_BACKUP_INDEX", "3");
    }

    private String address(String service) {
        return "http://127.0.0.1:" + port(service);
    }

    private String port(String purpose) {
        return Integer.toString(ports.of(purpose));
    }
}
