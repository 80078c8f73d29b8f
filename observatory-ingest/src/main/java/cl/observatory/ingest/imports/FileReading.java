package cl.observatory.ingest.imports;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.DatasetDefined.Dimension;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.conflict.ConflictType;
import cl.observatory.ingest.conflict.Conflicts;
import cl.observatory.ingest.profile.ImportProfile;
import cl.observatory.ingest.profile.ImportProfile.Origin;
import cl.observatory.ingest.reading.RowReader;
import cl.observatory.ingest.reading.Schemes;
import cl.observatory.ingest.release.BatchWriter;
import cl.observatory.ingest.table.FilesConfig;
import cl.observatory.ingest.table.SourceStream;
import cl.observatory.ingest.table.Table;
import cl.observatory.ingest.table.TableOptions;
import cl.observatory.ingest.table.Tables;
import cl.observatory.ingest.table.UnreadableFileException;
import cl.observatory.problem.ProblemException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipException;

/**
 * One pass over a file: bytes to the archive, rows to batches, what is wrong to the conflicts. Everything is written in
 * the transaction of the given connection, and memory does not grow with the file.
 */
final class FileReading {

    private final DatasetDefined dataset;
    private final ImportProfile profile;
    private final Schemes schemes;
    private final ImportsConfig limits;
    private final FilesConfig files;
    private final Conflicts conflicts = new Conflicts();
    private long received;
    private long accepted;

    FileReading(
            DatasetDefined dataset, ImportProfile profile, Schemes schemes, ImportsConfig limits, FilesConfig files) {
        this.dataset = dataset;
        this.profile = profile;
        this.schemes = schemes;
        this.limits = limits;
        this.files = files;
    }

    /**
     * @throws ProblemException when the file cannot be read, or has a bad row and must have none
     * @throws IOException when the body breaks off
     */
    ReadFile read(InputStream body, NewImport asked, Connection connection, UUID id) throws IOException, SQLException {
        BatchWriter batches = new BatchWriter(
                connection,
                id,
                dataset.id(),
                dataset.dimensions().stream().map(Dimension::id).toList(),
                limits.batchRows());
        SourceArchive archive = new SourceArchive(connection, id);
        try (archive;
                SourceStream source = SourceStream.open(body, archive, files);
                Table rows = Tables.open(source, options())) {
            readRows(rows, asked.status(), batches);
            source.drain();
        } catch (UnreadableFileException unreadable) {
            conflicts.add(unreadable.conflict(), unreadable.line(), unreadable.column(), unreadable.value());
            throw refusal(IngestProblem.FILE_UNREADABLE);
        } catch (ZipException | EOFException damaged) {
            conflicts.add(ConflictType.DAMAGED_GZIP, 0, null, null);
            throw refusal(IngestProblem.FILE_UNREADABLE);
        }
        if (received == 0) {
            conflicts.add(ConflictType.NO_ROWS, 0, null, null);
        }
        if (accepted == 0 || (asked.atomic() == NewImport.Atomic.all && !conflicts.isEmpty())) {
            throw refusal(IngestProblem.FILE_REFUSED, received, received - accepted);
        }
        return new ReadFile(
                archive.bytes(), archive.sha256(), received, accepted, conflicts.groups(), batches.finish());
    }

    private TableOptions options() {
        return TableOptions.of(Charset.forName(profile.encoding().charset()), profile.delimiter());
    }

    private void readRows(Table table, NewImport.Status status, BatchWriter batches) throws IOException, SQLException {
        Map<String, Integer> header = header(table);
        int columns = table.count();
        RowReader rows = new RowReader(dataset, profile, header, status.ofValues(), schemes, conflicts);
        while (table.next()) {
            received++;
            if (!table.fit(columns)) {
                conflicts.add(ConflictType.WRONG_FIELD_COUNT, table.line(), null, null);
            } else if (rows.read(table.cells(), table.line())) {
                batches.add(rows.codes(), rows.value());
                accepted++;
            }
        }
    }

    private Map<String, Integer> header(Table table) throws IOException {
        Map<String, Integer> header = new LinkedHashMap<>();
        int columns = table.next() ? table.count() : 0;
        for (int i = 0; i < columns; i++) {
            String name = table.cells()[i];
            if (header.put(name, i) != null) {
                conflicts.add(ConflictType.DUPLICATE_COLUMN, table.line(), name, null);
            }
        }
        profile.components().values().stream()
                .map(Origin::column)
                .filter(Objects::nonNull)
                .distinct()
                .filter(column -> !header.containsKey(column))
                .forEach(column -> conflicts.add(ConflictType.MISSING_COLUMN, 1, column, null));
        header.keySet().stream()
                .filter(name -> !profile.ignoredColumns().contains(name)
                        && profile.components().values().stream().noneMatch(origin -> name.equals(origin.column())))
                .forEach(name -> conflicts.add(ConflictType.UNKNOWN_COLUMN, 1, name, null));
        if (!conflicts.isEmpty()) {
            throw refusal(IngestProblem.FILE_UNREADABLE);
        }
        return header;
    }

    private ProblemException refusal(IngestProblem problem, Object... arguments) {
        return new ProblemException(problem, arguments)
                .withErrors(language -> Conflicts.views(conflicts.groups(), language));
    }
}
