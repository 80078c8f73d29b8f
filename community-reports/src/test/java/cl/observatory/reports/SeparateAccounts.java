package cl.observatory.reports;

import cl.observatory.local.TestServers;
import cl.observatory.local.postgres.Database;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** A database of its own with an account for each role, each of which may do what it is granted and nothing else. */
public final class SeparateAccounts {

    private final Jdbi owner;
    private final Jdbi intake;
    private final Jdbi moderation;

    private SeparateAccounts(Jdbi owner, Jdbi intake, Jdbi moderation) {
        this.owner = owner;
        this.intake = intake;
        this.moderation = moderation;
    }

    public static SeparateAccounts create() {
        Database owner = TestServers.createDatabase("reports");
        Database intake = TestServers.createAccount(owner, "intake");
        Database moderation = TestServers.createAccount(owner, "moderation");
        Flyway.configure()
                .dataSource(owner.jdbcUrl(), owner.username(), owner.password())
                .placeholders(Map.of("intake", intake.username(), "moderation", moderation.username()))
                .load()
                .migrate();
        return new SeparateAccounts(jdbi(owner), jdbi(intake), jdbi(moderation));
    }

    public Jdbi owner() {
        return owner;
    }

    public Jdbi intake() {
        return intake;
    }

    public Jdbi moderation() {
        return moderation;
    }

    /** On one connection, which ends with the JVM. */
    private static Jdbi jdbi(Database account) {
        try {
            return Jdbi.create(DriverManager.getConnection(account.jdbcUrl(), account.username(), account.password()));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
