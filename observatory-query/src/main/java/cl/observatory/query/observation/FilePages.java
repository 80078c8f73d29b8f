package cl.observatory.query.observation;

import cl.observatory.query.file.Exports;
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
            + " order by series_id, period";

    private final Jdbi jdbi;
    private final Releases releases;
    private final Exports exports;

    FilePages(Jdbi jdbi, Releases releases, Exports exports) {
        this.jdbi = jdbi;
        this.releases = releases;
        this.exports = exports;
    }

    private record Series(int id, String dimensions, String area) {}

    /** A slice, and how far it was read. */
    final class Reading {
        private final Slice slice;
        private final FileForm.Content content;
        private final UUID release;
        private final int seriesOfPage;
        private final Map<Integer, FileForm.SeriesRows> page = new HashMap<>();
        private List<Series> series = List.of();
        private Series last = new Series(0, "", "");
        private boolean isOver;

        private Reading(Slice slice, FileForm.Content content, UUID release, int seriesOfPage) {
            this.slice = slice;
            this.content = content;
            this.release = release;
            this.seriesOfPage = seriesOfPage;
            this.isOver = slice.isEmpty();
        }

        /** Whether everything has been read. */
        boolean isOver() {
            return isOver;
        }

        /** Whether what was read last has no rows. */
        boolean isEmpty() {
            return page.isEmpty();
        }

        /** Writes what was read last, in the order of the series. */
        void writeTo(OutputStream target) throws IOException {
            for (Series each : series) {
                FileForm.SeriesRows rows = page.get(each.id());
                if (rows != null) {
                    rows.writeTo(target);
                }
            }
        }

        /**
         * Reads on. What was read before is gone.
         *
         * @throws cl.observatory.problem.ProblemException when the release was removed
         */
        void next() {
            content.clear();
            page.clear();
            series = List.of();
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
            series = series(handle);
            isOver = series.size() < seriesOfPage;
            if (!series.isEmpty()) {
                last = series.getLast();
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
            series.forEach(each -> byId.put(each.id(), each));
            SliceSql.bindCells(handle.createQuery(CELLS), slice)
                    .bindArray("series", Integer.class, List.copyOf(byId.keySet()))
                    .scanResultSet((rows, context) -> {
                        try (ResultSet row = rows.get()) {
                            add(row, byId);
                            return null;
                        }
                    });
        }

        private void add(ResultSet row, Map<Integer, Series> byId) throws SQLException {
            int id = 0;
            FileForm.SeriesRows rows = null;
            while (row.next()) {
                if (row.getInt(1) != id) {
                    end(rows);
                    id = row.getInt(1);
                    rows = content.series(byId.get(id).area(), byId.get(id).dimensions());
                    page.put(id, rows);
                }
                rows.add(row);
            }
            end(rows);
        }

        private static void end(FileForm.SeriesRows rows) {
            if (rows != null) {
                rows.end();
            }
        }
    }

    /**
     * Begins with nothing read.
     *
     * @param seriesOfPage how many series are read at a time
     */
    Reading begin(Slice slice, FileForm.Content content, UUID release, int seriesOfPage) {
        return new Reading(slice, content, release, seriesOfPage);
    }
}
