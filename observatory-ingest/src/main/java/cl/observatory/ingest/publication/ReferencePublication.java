package cl.observatory.ingest.publication;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.outbox.Outbox;
import cl.observatory.events.reference.ClassificationPublished;
import cl.observatory.events.reference.TerritoriesPublished;
import cl.observatory.ingest.IngestEvents;
import cl.observatory.ingest.classification.Classifications;
import cl.observatory.ingest.territory.Territories;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * At every start: sends each table of reference data whose files changed since it was last sent. Note and event share
 * one transaction, so a table is sent once for each of its versions, however many processes start.
 */
@ApplicationScoped
public class ReferencePublication {

    private static final String NOTE = """
            insert into published_reference (name, version, published_at) values (?, ?, now())
            on conflict (name) do update set version = excluded.version, published_at = excluded.published_at
            where published_reference.version <> excluded.version
            """;

    private final DataSource dataSource;
    private final Territories territories;
    private final Classifications classifications;
    private final Clock clock;

    ReferencePublication(DataSource dataSource, Territories territories, Classifications classifications, Clock clock) {
        this.dataSource = dataSource;
        this.territories = territories;
        this.classifications = classifications;
        this.clock = clock;
    }

    @Transactional
    void publishChanges(@Observes StartupEvent started) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            TerritoriesPublished table = territories.table();
            publish(connection, TerritoriesPublished.SUBJECT, table.version(), TerritoriesPublished.TYPE, table);
            for (ClassificationPublished classification : classifications.all()) {
                publish(
                        connection,
                        classification.scheme(),
                        classification.version(),
                        ClassificationPublished.TYPE,
                        classification);
            }
        }
    }

    private void publish(Connection connection, String name, String version, String type, Object data)
            throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(NOTE)) {
            note.setString(1, name);
            note.setString(2, version);
            if (note.executeUpdate() == 1) {
                Outbox.add(
                        connection,
                        Topics.REFERENCE,
                        Event.of(UUID.randomUUID(), IngestEvents.SOURCE, type, name, clock.instant(), data));
            }
        }
    }
}
