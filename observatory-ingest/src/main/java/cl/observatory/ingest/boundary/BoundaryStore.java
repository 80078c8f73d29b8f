package cl.observatory.ingest.boundary;

import cl.observatory.events.Event;
import cl.observatory.events.EventJson;
import cl.observatory.events.Topics;
import cl.observatory.events.boundary.BoundariesPublished;
import cl.observatory.events.boundary.BoundaryShapes;
import cl.observatory.events.outbox.Outbox;
import cl.observatory.ingest.IngestEvents;
import cl.observatory.ingest.audit.Action;
import cl.observatory.ingest.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import javax.sql.DataSource;

/** Editions with their files, in the transaction of the caller. Files are large, so they are not read with the rest. */
@ApplicationScoped
class BoundaryStore {

    private static final String LATEST = """
            select definition, reading from boundary_edition where edition = ? order by version desc limit 1
            """;

    private static final String ADD = """
            insert into boundary_edition (edition, version, definition, reading, source, defined_by)
            values (?, ?, ?::jsonb, ?::jsonb, ?, ?)
            """;

    private final DataSource dataSource;
    private final Audit audit;

    BoundaryStore(DataSource dataSource, Audit audit) {
        this.dataSource = dataSource;
        this.audit = audit;
    }

    /** How a file was read. */
    record Reading(String codeProperty, SortedSet<String> ignoredCodes, boolean repair) {}

    /** The version of an edition that holds. */
    record Standing(BoundariesPublished definition, Reading reading) {}

    /** Whoever changes an edition waits here for the others. */
    void lock(String edition) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, "boundaries " + edition);
            lock.execute();
        }
    }

    Optional<Standing> findLatest(String edition) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LATEST)) {
            select.setString(1, edition);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Standing(
                                EventJson.read(utf8(row.getString(1)), BoundariesPublished.class),
                                EventJson.read(utf8(row.getString(2)), Reading.class)))
                        : Optional.empty();
            }
        }
    }

    /**
     * Keeps an edition, records it, and tells of it: first of its shapes, then that they are all there.
     *
     * @param parts data of {@link BoundaryShapes}, in their order
     */
    void add(Standing edition, byte[] source, List<byte[]> parts, String principal) throws SQLException {
        BoundariesPublished definition = edition.definition();
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement insert = connection.prepareStatement(ADD)) {
                insert.setString(1, definition.edition());
                insert.setLong(2, definition.version());
                insert.setString(3, new String(EventJson.write(definition), StandardCharsets.UTF_8));
                insert.setString(4, new String(EventJson.write(edition.reading()), StandardCharsets.UTF_8));
                insert.setBytes(5, source);
                insert.setString(6, principal);
                insert.executeUpdate();
            }
            for (byte[] part : parts) {
                Outbox.add(connection, Topics.REFERENCE, event(definition, BoundaryShapes.TYPE, part));
            }
            Outbox.add(
                    connection,
                    Topics.REFERENCE,
                    event(definition, BoundariesPublished.TYPE, EventJson.write(definition)));
        }
        audit.record(
                Action.BOUNDARIES_PUBLISHED,
                null,
                "boundaries/" + definition.edition(),
                null,
                Map.of(
                        "version", Long.toString(definition.version()),
                        "sha256", definition.source().sha256()));
    }

    private static Event event(BoundariesPublished definition, String type, byte[] data) {
        return new Event(
                UUID.randomUUID(),
                IngestEvents.SOURCE,
                type,
                definition.edition(),
                definition.publishedAt(),
                Event.Encoding.IDENTITY,
                data);
    }

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
