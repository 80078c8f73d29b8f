package cl.observatory.events.outbox;

import cl.observatory.events.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import javax.sql.DataSource;

/**
 * Sends what the outbox holds, in the order of its positions, and marks it sent once the broker has acknowledged it. One
 * relay works at a time, however many processes run; a crash between broker and mark sends again, never loses.
 */
public final class OutboxRelay {

    private static final int PAGE = 20;

    private final DataSource dataSource;
    private final BiFunction<String, Event, CompletionStage<Void>> send;

    /**
     * @param send takes topic and event; completes when the broker has the event, in the order of the calls
     */
    public OutboxRelay(DataSource dataSource, BiFunction<String, Event, CompletionStage<Void>> send) {
        this.dataSource = dataSource;
        this.send = send;
    }

    /**
     * Sends one page.
     *
     * @return how many events were sent; 0 when there are none or another relay is at work
     */
    public int relay() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int sent = OutboxLock.take(connection) ? relay(connection) : 0;
                connection.commit();
                return sent;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private int relay(Connection connection) throws SQLException {
        List<Long> positions = new ArrayList<>();
        List<CompletableFuture<Void>> acknowledgements = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select * from outbox where sent_at is null order by position limit " + PAGE);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                CompletableFuture<Void> acknowledgement =
                        send.apply(rows.getString("topic"), event(rows)).toCompletableFuture();
                if (acknowledgement.isCompletedExceptionally()) {
                    // what comes behind must not overtake it
                    acknowledgement.join();
                }
                positions.add(rows.getLong("position"));
                acknowledgements.add(acknowledgement);
            }
        }
        acknowledgements.forEach(CompletableFuture::join);
        try (PreparedStatement mark =
                connection.prepareStatement("update outbox set sent_at = now() where position = any (?)")) {
            mark.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            mark.executeUpdate();
        }
        return positions.size();
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("type"),
                row.getString("subject"),
                row.getTimestamp("occurred_at").toInstant(),
                Event.Encoding.valueOf(row.getString("encoding")),
                row.getBytes("data"));
    }
}
