package cl.observatory.reports;

import cl.observatory.local.TestServers;
import cl.observatory.local.postgres.Database;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * PostgreSQL, Kafka, keys and two issuers of tokens, for every test of the service. One process has all roles, on an
 * account of the database that is granted what intake and moderation are granted, and owns nothing.
 */
public class Servers implements QuarkusTestResourceLifecycleManager {

    /** Of the proofs of work; a test finds one at once. */
    public static final int PROOF_BITS = 8;

    public static final int MAX_ADDITIONS = 3;

    @Override
    public Map<String, String> start() {
        Database database = TestServers.createDatabase("reports");
        Database account = TestServers.createAccount(database, "reports_roles");
        Map<String, String> settings = new HashMap<>();
        settings.put("reports.roles", "intake,moderation,migration");
        settings.put("quarkus.datasource.jdbc.url", account.jdbcUrl());
        settings.put("quarkus.datasource.username", account.username());
        settings.put("quarkus.datasource.password", account.password());
        settings.put("quarkus.flyway.jdbc-url", database.jdbcUrl());
        settings.put("quarkus.flyway.username", database.username());
        settings.put("quarkus.flyway.password", database.password());
        settings.put("quarkus.flyway.placeholders.intake", account.username());
        settings.put("quarkus.flyway.placeholders.moderation", account.username());
        settings.put("kafka.bootstrap.servers", TestServers.kafkaBootstrapServers());
        settings.putAll(Keys.create().settings());
        settings.put("reports.proof.bits", Integer.toString(PROOF_BITS));
        settings.put("reports.report.max-additions", Integer.toString(MAX_ADDITIONS));
        Issuer.GATEWAY.settings("gateway", "reports:relay").forEach(settings::put);
        Issuer.STAFF.settings("staff", "reports:moderate").forEach(settings::put);
        return settings;
    }

    @Override
    public void stop() {
        // the servers end with the JVM
    }
}
