package cl.observatory.query;

import cl.observatory.events.UnreadableEventException;
import java.sql.SQLException;

/**
 * The store could not be reached, or was busy: the same event can be applied later. Everything else that a store says is
 * the event's own fault.
 */
public class TransientFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Something that is done with the store. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws SQLException;
    }

    public TransientFailure(Throwable cause) {
        super(cause);
    }

    /**
     * Works on the store and tells its failures apart.
     *
     * @throws TransientFailure when it is worth another try
     * @throws UnreadableEventException when it is not
     */
    public static <T> T telling(Work<T> work) {
        try {
            return work.run();
        } catch (UnreadableEventException | TransientFailure known) {
            throw known;
        } catch (SQLException | RuntimeException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql) {
                    throw isTransient(sql)
                            ? new TransientFailure(failed)
                            : new UnreadableEventException("the event cannot be applied", failed);
                }
            }
            throw new UnreadableEventException("the event cannot be applied", failed);
        }
    }

    /**
     * SQLSTATE classes of PostgreSQL: connection lost, transaction rolled back, out of resources, operator intervention,
     * system error. No state at all is a pool without a connection to give.
     */
    private static boolean isTransient(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58")
                || state.startsWith("XX");
    }
}
