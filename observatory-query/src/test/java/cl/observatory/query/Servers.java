package cl.observatory.query;

import cl.observatory.local.TestServers;
import cl.observatory.local.postgres.Database;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** PostgreSQL, Kafka and the gateway's public keys, for every test of the service. */
public class Servers implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Database database = TestServers.createDatabase("query");
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.username(),
                "quarkus.datasource.password", database.password(),
                "kafka.bootstrap.servers", TestServers.kafkaBootstrapServers(),
                "mp.jwt.verify.publickey.location", Caller.publicKeys().toUri().toString());
    }

    @Override
    public void stop() {
        // the servers end with the JVM
    }
}
