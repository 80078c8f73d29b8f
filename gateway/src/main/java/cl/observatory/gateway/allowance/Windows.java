package cl.observatory.gateway.allowance;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** What all replicas together have taken of each window. Never asked on the path of a request. */
@ApplicationScoped
class Windows {

    private final DataSource database;
    private final Clock clock;

    Windows(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Takes as much as is left, at most what is wanted. One statement: replicas that take at once wait for each other, and
     * together never take more than the quota.
     *
     * @throws IllegalStateException when the store does not answer
     */
    Grant take(Subject subject, Instant begin, long wanted, long quota) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into allowance_window as known (subject, class, span, begins_at, ends_at, taken)
                        values (?, ?, ?, ?, ?, least(?, ?))
                        on conflict (subject, class, span, begins_at) do update
                        set taken = greatest(known.taken, least(known.taken + ?, ?))
                        returning coalesce(old.taken, 0), new.taken""")) {
            statement.setString(1, subject.name());
            statement.setString(2, subject.routeClass().value());
            statement.setString(3, subject.span().name());
            statement.setObject(4, begin.atOffset(ZoneOffset.UTC));
            statement.setObject(5, begin.plus(subject.span().length()).atOffset(ZoneOffset.UTC));
            statement.setLong(6, wanted);
            statement.setLong(7, quota);
            statement.setLong(8, wanted);
            statement.setLong(9, quota);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long before = row.getLong(1);
                long after = row.getLong(2);
                return new Grant(after - before, Math.max(0, quota - after));
            }
        } catch (SQLException unanswered) {
            throw new IllegalStateException(unanswered);
        }
    }

    @Scheduled(every = "10m", delayed = "1m")
    @RunOnVirtualThread
    void forgetEnded() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("delete from allowance_window where ends_at < ?")) {
            statement.setObject(1, clock.instant().minusSeconds(60).atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException later) {
            throw new IllegalStateException("windows that have ended could not be deleted", later);
        }
    }
}
