package cl.observatory.local.postgres;

import java.util.List;

/**
 * As whom a process uses a database. Who owns it makes the tables; others are admitted to it, and get from the owner what
 * they may do there.
 *
 * @param role may connect to this database and to no other
 * @param settings of every session of the role, such as {@code track_activities = off}
 */
public record Account(String database, String role, List<String> settings) {

    public Account {
        settings = List.copyOf(settings);
    }

    /** The owner of a database, who has its name. */
    public static Account owning(String database) {
        return new Account(database, database, List.of());
    }

    public boolean isOwner() {
        return role.equals(database);
    }
}
