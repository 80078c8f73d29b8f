package cl.observatory.query.observation;

import cl.observatory.query.file.Exports;
import cl.observatory.query.file.FileText;
import cl.observatory.query.observation.Observations.Slice;
import cl.observatory.query.release.Releases;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads a slice some series at a time. What a release says does not change, so that pages belong together although each is
 * a transaction of its own; a release that is removed meanwhile ends the reading.
 */
@ApplicationScoped
class FilePages {

    private static final String SERIES = "select id, dimensions, ref_area from series where " + SliceSql.SERIES + """
               and (dimensions, ref_area) > (:afterDimensions, :afterArea)
            order by dimensions, ref_area
            limit :limit
            """;

    private static final String CELLS = "select " + RowOfCells.COLUMNS + " " + SliceSql.ATTRIBUTES + " from told "
            + SliceSql.BESIDE
            + " where series_id = any (:series) and "
            + SliceSql.CELLS
            + " and (status <> 0 or not :onlyMarked) order by series_id, period";

    private final Jdbi jdbi;
    private final Releases releases;
    private final Exports exports;

    FilePages(Jdbi jdbi, Releases releases, Exports exports) {
        this.jdbi = jdbi;
        this.releases = releases;
        this.exports = exports;
    }

    private record Series(int id, String dimensions, String area) {}

    /** Rows of some series, each series in one piece, wherever that lies in the text. */
    private static final class Page {
        private final FileText text = new FileText();
        private List<Series> series = List.of();
        private final Map<Integer, int[]> pieces = new HashMap<>();

        /**
         * @param skipped bytes at the beginning that are not written
         * @return whether there was anything
         */
        boolean writeTo(OutputStream target, int skipped) throws IOException {
            int skip = skipped;
            for (Series each : series) {
                int[] piece = pieces.get(each.id());
                if (piece != null) {
                    text.writeTo(target, piece[0] + skip, piece[1]);
                    skip = 0;
                }
            }
            return !pieces.isEmpty();
        }
    }

    /** A slice, and how far it was read. */
    final class Reading {
        private final Slice slice;
        private final FileForm.Part part;
        private final UUID release;
        private final int seriesOfPage;
        private final Page page = new Page();
        private Series last = new Series(0, "", "");
        private boolean isOver;

        /** Whether the next byte is that before the first row, which is not written. */
        private boolean isAtStart;

        private Reading(Slice slice, FileForm.Part part, UUID release, int seriesOfPage) {
            this.slice = slice;
            this.part = part;
            this.isAtStart = part.isSeparated();
            this.release = release;
            this.seriesOfPage = seriesOfPage;
            this.isOver = slice.isEmpty();
        }

        /** Whether everything has been read. */
        boolean isOver() {
            return isOver;
        }

        void writeTo(OutputStream target) throws IOException {
            if (page.writeTo(target, isAtStart ? 1 : 0)) {
                isAtStart = false;
            }
        }

        /**
         * Reads on. What was read before is gone.
         *
         * @throws cl.observatory.problem.ProblemException when the release was removed
         */
        void next() {
            page.text.clear();
            page.pieces.clear();
            page.series = List.of();
            if (isOver) {
                return;
            }
            exports.read(() -> {
                jdbi.useHandle(this::read);
                // asked last: what was removed before the rows were read is not there now
                return releases.read(release);
            });
        }

        private void read(Handle handle) {
            page.series = series(handle);
            isOver = page.series.size() < seriesOfPage;
            if (!page.series.isEmpty()) {
                last = page.series.getLast();
                cells(handle);
            }
        }

        private List<Series> series(Handle handle) {
            return SliceSql.bindSeries(handle.createQuery(SERIES), slice)
                    .bind("afterDimensions", last.dimensions())
                    .bind("afterArea", last.area())
                    .bind("limit", seriesOfPage)
                    .map((row, context) -> new Series(row.getInt(1), row.getString(2), row.getString(3)))
                    .list();
        }

        private void cells(Handle handle) {
            Map<Integer, Series> byId = new HashMap<>();
            page.series.forEach(each -> byId.put(each.id(), each));
            SliceSql.bindCells(handle.createQuery(CELLS), slice)
                    .bindArray("series", Integer.class, List.copyOf(byId.keySet()))
                    .bind("onlyMarked", part.isOfMarked())
                    .scanResultSet((rows, context) -> {
                        try (ResultSet row = rows.get()) {
                            add(row, byId);
                            return null;
                        }
                    });
        }

        private void add(ResultSet row, Map<Integer, Series> byId) throws SQLException {
            int[] piece = {0, 0};
            int id = 0;
            FileForm.OfSeries rows = null;
            while (row.next()) {
                if (row.getInt(1) != id) {
                    id = row.getInt(1);
                    rows = part.rows().of(byId.get(id).area(), byId.get(id).dimensions());
                    piece = new int[] {page.text.length(), 0};
                    page.pieces.put(id, piece);
                }
                rows.add(page.text, row);
                piece[1] = page.text.length();
            }
        }
    }

    /**
     * Begins with nothing read.
     *
     * @param seriesOfPage how many series are read at a time
     */
    Reading begin(Slice slice, FileForm.Part part, UUID release, int seriesOfPage) {
        return new Reading(slice, part, release, seriesOfPage);
    }
}
