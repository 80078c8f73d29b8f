package cl.observatory.query.observation;

import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.parquet.ParquetColumn;
import cl.observatory.query.parquet.ParquetFile;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.io.api.Binary;

/** The rows of a Parquet file: those of a page as numbers, until they go into its columns. */
final class ParquetContent implements FileForm.Content {

    private static final int REF_AREA = 0;
    private static final int TIME_PERIOD = 1;
    private static final int DIMENSIONS = 2;
    private static final List<Binary> STATUSES = Stream.of(ObsStatus.values())
            .map(status -> ParquetFile.text(status.name()))
            .toList();

    private final RowOfCells cells;
    private final List<ParquetColumn> columns;
    private final Map<String, String> metadata;
    private final Map<Integer, Binary> periods = new HashMap<>();
    private ParquetFile file;

    ParquetContent(RowOfCells cells, List<ParquetColumn> columns, Map<String, String> metadata) {
        this.cells = cells;
        this.columns = columns;
        this.metadata = metadata;
    }

    @Override
    public FileForm.SeriesRows series(String area, String dimensions) {
        return new Numbers(area, dimensions);
    }

    /** Rows lie with their series. */
    @Override
    public void clear() {}

    @Override
    public void writeBeginning(OutputStream target) throws IOException {
        file = new ParquetFile(columns, metadata, target);
    }

    @Override
    public void writeEnd(OutputStream target) throws IOException {
        file.end();
    }

    private Binary period(int day) {
        return periods.computeIfAbsent(
                day, first -> ParquetFile.text(cells.periodOf(first).toString()));
    }

    /** The rows of a series as numbers, one after the other. */
    private final class Numbers implements FileForm.SeriesRows {

        private final Binary area;
        private final List<Binary> codes;
        private final BitSet missing = new BitSet();
        private long[] numbers = new long[16 * cells.width()];
        private int length;

        Numbers(String area, String dimensions) {
            this.area = ParquetFile.text(area);
            this.codes = cells.dataset().dimensions().isEmpty()
                    ? List.of()
                    : Stream.of(dimensions.split("\\|", -1))
                            .map(ParquetFile::text)
                            .toList();
        }

        @Override
        public void add(ResultSet row) throws SQLException {
            if (length == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * length);
            }
            cells.copy(row, numbers, length, missing);
            length += cells.width();
        }

        @Override
        public void end() {}

        @Override
        public void writeTo(OutputStream target) throws IOException {
            int value = DIMENSIONS + codes.size();
            for (int row = 0; row < length; row += cells.width()) {
                file.add(REF_AREA, area);
                file.add(TIME_PERIOD, period((int) numbers[row]));
                for (int i = 0; i < codes.size(); i++) {
                    file.add(DIMENSIONS + i, codes.get(i));
                }
                addNumber(value, row + 2);
                file.add(value + 1, STATUSES.get((int) numbers[row + 1]));
                for (int i = RowOfCells.FIRST_ATTRIBUTE; i < cells.width(); i++) {
                    addNumber(value + i - 1, row + i);
                }
                file.endRow();
            }
        }

        private void addNumber(int column, int place) throws IOException {
            if (missing.get(place)) {
                file.addMissing(column);
            } else {
                file.add(column, numbers[place]);
            }
        }
    }
}
