package cl.observatory.local.postgres;

/** A database and the one role that may use it. */
public record Database(String jdbcUrl, String username, String password) {

    @Override
    public String toString() {
        return "Database[" + jdbcUrl + ", " + username + "]";
    }
}
