package cl.observatory.ingest.imports;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.ingest.dataset.Datasets;
import cl.observatory.ingest.release.BatchReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What is kept of an import, as files. Who may have them is asked where the import is looked up. */
@ApplicationScoped
class ImportFiles {

    private final Datasets datasets;
    private final DataSource dataSource;

    ImportFiles(Datasets datasets, DataSource dataSource) {
        this.datasets = datasets;
        this.dataSource = dataSource;
    }

    /** Hands out the file as it came. */
    @Transactional
    void writeSource(Import taken, OutputStream target) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            StoredPieces.read(connection, taken.id(), StoredPieces.Kind.SOURCE, target);
        } catch (SQLException failed) {
            throw new IllegalStateException("the source cannot be read", failed);
        }
    }

    /** Hands out the rows that were not taken. */
    @Transactional
    void writeRejected(Import taken, OutputStream target) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            StoredPieces.read(connection, taken.id(), StoredPieces.Kind.REJECTED, target);
        } catch (SQLException failed) {
            throw new IllegalStateException("the rejected rows cannot be read", failed);
        }
    }

    /** Hands out the cells as they were read. */
    @Transactional
    void writeObservations(Import taken, OutputStream target) throws IOException {
        DatasetDefined dataset = datasets.get(taken.datasetId()).definition();
        try (Connection connection = dataSource.getConnection();
                ObservationsCsv csv = new ObservationsCsv(target, dataset)) {
            BatchReader.forEach(connection, taken.id(), csv::write);
        } catch (SQLException failed) {
            throw new IllegalStateException("the observations cannot be read", failed);
        }
    }
}
