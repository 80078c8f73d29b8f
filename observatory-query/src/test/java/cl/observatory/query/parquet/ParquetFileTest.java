package cl.observatory.query.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;

/** Files that are written here, read by DuckDB. */
class ParquetFileTest {

    private static final int ROWS = 300_000;
    private static final List<Binary> AREAS =
            List.of("01101", "05101", "13101").stream().map(ParquetFile::text).toList();

    /** A third of the file is of each area, every seventh value is missing. */
    private static byte[] written() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        ParquetFile file = new ParquetFile(
                List.of(
                        ParquetColumn.ofTexts("AREA"),
                        ParquetColumn.ofNumbers("COUNT", 0),
                        ParquetColumn.ofNumbers("RATE", 2)),
                Map.of("licence", "CC BY 4.0: ñ"),
                target);
        for (int row = 0; row < ROWS; row++) {
            file.add(0, AREAS.get(row / (ROWS / 3)));
            if (row % 7 == 0) {
                file.addMissing(1);
            } else {
                file.add(1, row);
            }
            file.add(2, -row);
            file.endRow();
        }
        file.end();
        return target.toByteArray();
    }

    @Test
    void everyRowComesBackFromEveryGroup() throws IOException, SQLException {
        // Given
        byte[] bytes = written();

        // When
        try (ParquetText file = new ParquetText(bytes)) {
            List<String> lines = file.lines();

            // Then
            assertEquals(
                    IntStream.range(0, ROWS)
                            .mapToObj(row -> "%s,%s,%s"
                                    .formatted(
                                            AREAS.get(row / (ROWS / 3)).toStringUsingUTF8(),
                                            row % 7 == 0 ? "" : row,
                                            BigDecimal.valueOf(-row, 2)))
                            .toList(),
                    lines);
            assertEquals(Map.of("licence", "CC BY 4.0: ñ"), file.metadata());
        }
    }

    @Test
    void groupsSayWhatTheyHold() throws IOException, SQLException {
        // Given
        byte[] bytes = written();

        // When
        try (ParquetText file = new ParquetText(bytes)) {
            List<String> groups = file.rows("select row_group_id, row_group_num_rows, stats_min_value,"
                    + " stats_max_value, stats_null_count from parquet_metadata(?) where path_in_schema = 'AREA'"
                    + " order by row_group_id");

            // Then
            assertEquals(List.of("0,131072,01101,05101,0", "1,131072,05101,13101,0", "2,37856,13101,13101,0"), groups);
            assertEquals(
                    List.of(Integer.toString(ROWS / 7 + 1)),
                    file.rows(
                            "select sum(stats_null_count)::int from parquet_metadata(?) where path_in_schema = 'COUNT'"));
        }
    }

    @Test
    void textsThatRepeatAndPackedPagesTakeLittle() throws IOException, SQLException {
        // Given
        byte[] bytes = written();

        // When
        try (ParquetText file = new ParquetText(bytes)) {
            List<String> texts = file.rows("select distinct compression, total_compressed_size < 1000,"
                    + " dictionary_page_offset is not null from parquet_metadata(?) where path_in_schema = 'AREA'");

            // Then
            assertEquals(List.of("ZSTD,true,true"), texts);
            assertTrue(bytes.length < ROWS * 16 / 2, () -> "takes " + bytes.length);
        }
    }
}
