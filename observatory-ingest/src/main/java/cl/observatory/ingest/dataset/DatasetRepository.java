package cl.observatory.ingest.dataset;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.outbox.Outbox;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.ingest.IngestEvents;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

@ApplicationScoped
class DatasetRepository implements PanacheRepositoryBase<Dataset, String> {

    private final DataSource dataSource;

    DatasetRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Stores a data set and hands the event that tells of it to the outbox. */
    void store(Dataset dataset) throws SQLException {
        persistAndFlush(dataset);
        DatasetDefined definition = dataset.definition();
        try (Connection connection = dataSource.getConnection()) {
            Outbox.add(
                    connection,
                    Topics.REFERENCE,
                    Event.of(
                            UUID.randomUUID(),
                            IngestEvents.SOURCE,
                            DatasetDefined.TYPE,
                            definition.id(),
                            definition.definedAt(),
                            definition));
        }
    }

    /** Two definitions of one id wait for each other here, so that the second sees the first. */
    void lockId(String id) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, "dataset " + id)
                .getResultList();
    }

    Optional<Dataset> findLocked(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
