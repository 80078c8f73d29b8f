package cl.observatory.reports;

import cl.observatory.local.TestServers;
import cl.observatory.local.postgres.Database;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** A database of its own with an account for each role, each of which may do what it is granted and nothing else. */
public final class SeparateAccounts {

    private final Database owner;
    private final Database intake;
    private final Database moderation;

    private SeparateAccounts(Database owner) {
        this.owner = owner;
        this.intake = TestServers.createAccount(owner, "intake");
        this.moderation = TestServers.createAccount(owner, "moderation");
    }

    public static SeparateAccounts create() {
        SeparateAccounts accounts = new SeparateAccounts(TestServers.createDatabase("reports"));
        Flyway.configure()
                .dataSource(accounts.owner.jdbcUrl(), accounts.owner.username(), accounts.owner.password())
                .placeholders(Map.of(
                        "intake", accounts.intake.username(),
                        "moderation", accounts.moderation.username()))
                .load()
                .migrate();
        return accounts;
    }

    public Jdbi owner() {
        return jdbi(owner);
    }

    public Jdbi intake() {
        return jdbi(intake);
    }

    public Jdbi moderation() {
        return jdbi(moderation);
    }

    private static Jdbi jdbi(Database account) {
        return Jdbi.create(account.jdbcUrl(), account.username(), account.password());
    }
}
