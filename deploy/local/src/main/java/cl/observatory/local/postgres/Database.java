package cl.observatory.local.postgres;

/** A database and an account of it: that of its owner, unless something else is said. */
public record Database(String jdbcUrl, String username, String password) {

    @Override
    public String toString() {
        return "Database[" + jdbcUrl + ", " + username + "]";
    }
}
