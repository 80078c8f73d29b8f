package cl.observatory.gateway.usage;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The table {@code usage_day}. */
@ApplicationScoped
class UsageRepository {

    private final DataSource database;

    UsageRepository(DataSource database) {
        this.database = database;
    }

    /**
     * All or nothing.
     *
     * @throws IllegalStateException when it could not be stored
     */
    void add(Map<UsageCounts.Used, UsageCounts.Count> batch) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement("""
                    insert into usage_day as known (key_id, class, day, requests, refused) values (?, ?, ?, ?, ?)
                    on conflict (key_id, day, class) do update
                    set requests = known.requests + excluded.requests, refused = known.refused + excluded.refused""")) {
                // In the same order everywhere, so that two replicas never wait for each other in a circle.
                List<UsageCounts.Used> ordered = batch.keySet().stream()
                        .sorted(Comparator.comparing(UsageCounts.Used::keyId)
                                .thenComparing(UsageCounts.Used::day)
                                .thenComparing(UsageCounts.Used::routeClass))
                        .toList();
                for (UsageCounts.Used used : ordered) {
                    statement.setString(1, used.keyId());
                    statement.setString(2, used.routeClass().value());
                    statement.setObject(3, used.day());
                    statement.setLong(4, batch.get(used).requests());
                    statement.setLong(5, batch.get(used).refused());
                    statement.addBatch();
                }
                statement.executeBatch();
                connection.commit();
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("usage could not be stored", failed);
        }
    }

    List<UsageView.Day> since(String keyId, LocalDate first) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select day, class, requests, refused from usage_day
                        where key_id = ? and day >= ? order by day desc, class""")) {
            statement.setString(1, keyId);
            statement.setObject(2, first);
            List<UsageView.Day> days = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    days.add(new UsageView.Day(
                            row.getObject(1, LocalDate.class), row.getString(2), row.getLong(3), row.getLong(4)));
                }
            }
            return days;
        } catch (SQLException failed) {
            throw new IllegalStateException("usage could not be read", failed);
        }
    }
}
