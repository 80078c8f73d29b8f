package cl.observatory.ingest.source;

import cl.observatory.events.Event;
import cl.observatory.events.EventJson;
import cl.observatory.events.Topics;
import cl.observatory.events.outbox.Outbox;
import cl.observatory.events.reference.SourceDefined;
import cl.observatory.events.reference.SourceObserved;
import cl.observatory.ingest.IngestEvents;
import cl.observatory.ingest.conflict.Conflicts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Notes what becomes of the files of a data set and profile: every one that is taken in, and the first that no longer has
 * its shape. A note is told to readers when a registered source feeds the data set by that profile.
 */
@ApplicationScoped
public class SourceWatch {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 0))";

    private static final String LAST = """
            select observation from source_observation where dataset_id = ? and profile_name = ?
            order by version desc limit 1
            """;

    private static final String NOTE = """
            insert into source_observation (dataset_id, profile_name, version, observed_at, observation)
            values (?, ?, ?, ?, ?::jsonb)
            """;

    private static final String IS_FED = """
            select exists (
                select from source
                where definition -> 'feeds' @> jsonb_build_array(jsonb_build_object('dataset', ?, 'profile', ?)))
            """;

    private final DataSource dataSource;
    private final Clock clock;

    SourceWatch(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Notes a file that was taken in, in the transaction of its import. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void delivered(String dataset, String profile, SourceObserved.Delivery delivery) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            lock(connection, dataset, profile);
            note(
                    connection,
                    new SourceObserved(
                            dataset,
                            profile,
                            versionAfter(last(connection, dataset, profile)),
                            SourceObserved.DELIVERED,
                            delivery.takenAt(),
                            delivery,
                            List.of()));
        }
    }

    /**
     * Notes a file that could not be read, in a transaction of its own, since a refused file leaves nothing else. What is
     * not about its shape is not noted, nor what was noted before, nor what no registered source sends.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void unreadable(String dataset, String profile, List<Conflicts.Group> causes) throws SQLException {
        List<SourceObserved.Difference> differences = ShapeDifferences.of(causes);
        try (Connection connection = dataSource.getConnection()) {
            if (differences.isEmpty() || !isFed(connection, dataset, profile)) {
                return;
            }
            lock(connection, dataset, profile);
            Optional<SourceObserved> last = last(connection, dataset, profile);
            Optional<SourceObserved> changed = last.filter(seen -> seen.state().equals(SourceObserved.CHANGED_SHAPE));
            if (changed.filter(seen -> seen.differences().equals(differences)).isPresent()) {
                return;
            }
            note(
                    connection,
                    new SourceObserved(
                            dataset,
                            profile,
                            versionAfter(last),
                            SourceObserved.CHANGED_SHAPE,
                            changed.map(SourceObserved::since).orElseGet(clock::instant),
                            last.map(SourceObserved::delivery).orElse(null),
                            differences));
        }
    }

    /** Tells readers the last note, which they know already or, when the source is new, do not. */
    @Transactional(Transactional.TxType.MANDATORY)
    void tellLast(String dataset, String profile) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            lock(connection, dataset, profile);
            Optional<SourceObserved> last = last(connection, dataset, profile);
            if (last.isPresent()) {
                tell(connection, SourceObserved.TYPE, dataset, last.get());
            }
        }
    }

    private void note(Connection connection, SourceObserved observation) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(NOTE)) {
            note.setString(1, observation.dataset());
            note.setString(2, observation.profile());
            note.setLong(3, observation.version());
            note.setTimestamp(4, Timestamp.from(clock.instant()));
            note.setString(5, new String(EventJson.write(observation), StandardCharsets.UTF_8));
            note.executeUpdate();
        }
        if (isFed(connection, observation.dataset(), observation.profile())) {
            tell(connection, SourceObserved.TYPE, observation.dataset(), observation);
        }
    }

    /** Tells readers of a source that was registered or changed. */
    @Transactional(Transactional.TxType.MANDATORY)
    void tell(SourceDefined source) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            tell(connection, SourceDefined.TYPE, source.id(), source);
        }
    }

    private void tell(Connection connection, String type, String subject, Object data) throws SQLException {
        Outbox.add(
                connection,
                Topics.REFERENCE,
                Event.of(UUID.randomUUID(), IngestEvents.SOURCE, type, subject, clock.instant(), data));
    }

    /** Notes of one data set and profile wait for each other here, and for a source that is registered meanwhile. */
    private static void lock(Connection connection, String dataset, String profile) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, "source of " + dataset + " " + profile);
            lock.execute();
        }
    }

    private static Optional<SourceObserved> last(Connection connection, String dataset, String profile)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST)) {
            select.setString(1, dataset);
            select.setString(2, profile);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                EventJson.read(row.getString(1).getBytes(StandardCharsets.UTF_8), SourceObserved.class))
                        : Optional.empty();
            }
        }
    }

    private static long versionAfter(Optional<SourceObserved> last) {
        return last.map(SourceObserved::version).orElse(0L) + 1;
    }

    private static boolean isFed(Connection connection, String dataset, String profile) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(IS_FED)) {
            select.setString(1, dataset);
            select.setString(2, profile);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
