package cl.observatory.problem;

import java.sql.SQLException;

/** Whether a store's failure says that it cannot be reached at the moment, and nothing of the request. */
final class StoreOutage {

    private StoreOutage() {}

    /**
     * By the SQLSTATE of PostgreSQL: connection lost, too many connections, or shutting down and starting up. No state at
     * all is a pool that has no connection to give.
     */
    static boolean isTold(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.equals("53300") || state.startsWith("57P");
    }
}
