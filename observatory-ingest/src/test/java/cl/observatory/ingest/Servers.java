package cl.observatory.ingest;

import cl.observatory.local.TestServers;
import cl.observatory.local.postgres.Database;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** PostgreSQL, Kafka, the gateway's public keys and small bounds, for every test of the service. */
public class Servers implements QuarkusTestResourceLifecycleManager {

    /** Bounds that a test reaches quickly. */
    public static final int MAX_SOURCE_SIZE = 3 << 20;

    public static final int MAX_EXPANDED_SIZE = 4 << 20;
    public static final int BATCH_ROWS = 1000;

    @Override
    public Map<String, String> start() {
        Database database = TestServers.createDatabase("ingest");
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.username(),
                "quarkus.datasource.password", database.password(),
                "kafka.bootstrap.servers", TestServers.kafkaBootstrapServers(),
                "mp.jwt.verify.publickey.location", Caller.publicKeys().toUri().toString(),
                "ingest.files.max-size", MAX_SOURCE_SIZE + "",
                "ingest.files.max-expanded-size", MAX_EXPANDED_SIZE + "",
                "ingest.imports.batch-rows", BATCH_ROWS + "",
                "ingest.fetch.allowed-hosts", "private:http://127.0.0.1:" + ScriptedHost.port());
    }

    @Override
    public void stop() {
        // the servers end with the JVM
    }
}
