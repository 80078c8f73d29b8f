package cl.observatory.ingest.imports;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.conflict.ConflictType;
import cl.observatory.ingest.conflict.Conflicts;
import cl.observatory.ingest.profile.ImportProfile;
import cl.observatory.ingest.profile.Profiles;
import cl.observatory.ingest.reading.RowReader;
import cl.observatory.ingest.reading.Schemes;
import cl.observatory.ingest.reading.ShapedRows;
import cl.observatory.ingest.table.SourceStream;
import cl.observatory.ingest.table.Table;
import cl.observatory.ingest.table.Tables;
import cl.observatory.ingest.table.UnreadableFileException;
import cl.observatory.problem.ProblemException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.ZipException;

/**
 * One pass over a file: bytes to the archive, rows to cells, what is wrong to the conflicts and the list of rejected rows.
 * Everything is written where the given {@link FileTargets} say, and memory does not grow with the file.
 */
final class FileReading {

    private final Profiles.Reading reading;
    private final ImportProfile profile;
    private final Schemes schemes;
    private final FileBounds bounds;
    private final Conflicts conflicts = new Conflicts();
    private long received;
    private long accepted;
    private long dropped;
    private String encoding;
    private List<String> columns = List.of();

    FileReading(Profiles.Reading reading, Schemes schemes, FileBounds bounds) {
        this.reading = reading;
        this.profile = reading.profile();
        this.schemes = schemes;
        this.bounds = bounds;
    }

    /**
     * @throws ProblemException when the file cannot be read, has a bad row and must have none, or is not what its sender
     *     says that it is
     * @throws IOException when the body breaks off
     */
    ReadFile read(InputStream body, NewImport asked, FileTargets targets) throws IOException, SQLException {
        SourceArchive archive = new SourceArchive(
                targets.source(), asked.digest() != null && asked.digest().needsSha512());
        CellsOfFile cells = new CellsOfFile(reading.dataset(), profile, bounds.imports(), targets.draft());
        try (archive;
                RejectedRows rejected = new RejectedRows(targets.rejected(), profile);
                SourceStream source = SourceStream.open(body, archive, bounds.files());
                Table table = Tables.open(source, profile.tableOptions())) {
            readRows(table, asked, cells, rejected);
            source.drain();
        } catch (UnreadableFileException unreadable) {
            conflicts.add(unreadable.conflict(), unreadable.line(), unreadable.column(), unreadable.value());
            throw refusal(IngestProblem.FILE_UNREADABLE);
        } catch (ZipException | EOFException damaged) {
            conflicts.add(ConflictType.DAMAGED_GZIP, 0, null, null);
            throw refusal(IngestProblem.FILE_UNREADABLE);
        }
        if (asked.digest() != null && !asked.digest().isOf(archive)) {
            throw new ProblemException(IngestProblem.DIGEST_DIFFERS);
        }
        if (received == 0) {
            conflicts.add(ConflictType.NO_ROWS, 0, null, null);
        }
        cells.finish(conflicts);
        boolean refused =
                accepted == 0 || (asked.atomic() == NewImport.Atomic.all && !conflicts.isEmpty()) || !cells.isWhole();
        if (refused && asked.mode() == NewImport.Mode.load) {
            throw refusal(IngestProblem.FILE_REFUSED, received, received - accepted);
        }
        cells.compare(asked.controls(), received);
        return new ReadFile(
                archive.bytes(),
                archive.sha256(),
                new ReadFile.Rows(received, accepted, dropped, cells.filled()),
                encoding,
                refused,
                conflicts.groups(),
                targets.draft().finish());
    }

    /** What was wrong with the file, as far as it was read. */
    List<Conflicts.Group> conflicts() {
        return conflicts.groups();
    }

    /** Names of the columns in the file's header. */
    List<String> columns() {
        return columns;
    }

    private void readRows(Table table, NewImport asked, CellsOfFile cells, RejectedRows rejected)
            throws IOException, SQLException {
        ShapedRows rows = new ShapedRows(table, profile, conflicts);
        if (!conflicts.isEmpty()) {
            throw refusal(IngestProblem.FILE_UNREADABLE);
        }
        columns = rows.fileColumns();
        Schemes bound = schemes.boundTo(asked.bindings().territories());
        RowReader reader =
                new RowReader(reading.dataset(), profile, asked.status().ofValues(), bound, rows);
        cells.begin(reader, bound);
        while (rows.next()) {
            received++;
            if (reader.read()) {
                accepted++;
                cells.add(reader);
            } else {
                List<Conflicts.Group> why = conflicts.drainRow();
                rejected.add(rows, table.encoding(), why);
            }
        }
        dropped = rows.dropped();
        encoding = table.encoding() == null ? null : table.encoding().name();
    }

    private ProblemException refusal(IngestProblem problem, Object... arguments) {
        return new ProblemException(problem, arguments)
                .withErrors(language -> Conflicts.views(conflicts.groups(), language));
    }
}
