package cl.observatory.query.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;

/** A Parquet file as DuckDB reads it. */
public final class ParquetText implements AutoCloseable {

    private final Path file;
    private final Connection database;

    public ParquetText(byte[] bytes) throws IOException, SQLException {
        file = Files.createTempFile("observations", ".parquet");
        Files.write(file, bytes);
        database = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
    }

    /** Everything in it, the rows and what its end says of them. */
    public String everything() throws SQLException {
        return String.join("\n", lines())
                + metadata()
                + String.join(
                        "\n",
                        rows("select stats_min, stats_max, stats_min_value, stats_max_value"
                                + " from parquet_metadata(?)"));
    }

    /** Its rows as lines of CSV, in the order of the file; what is null is empty. */
    public List<String> lines() throws SQLException {
        return rows("select * from read_parquet(?)");
    }

    /** Its columns with their types. */
    public List<String> columns() throws SQLException {
        return rows("select column_name, column_type, \"null\" from (describe select * from read_parquet(?))");
    }

    public Map<String, String> metadata() throws SQLException {
        Map<String, String> metadata = new TreeMap<>();
        for (String each : rows("select decode(key) || '=' || decode(value) from parquet_kv_metadata(?)")) {
            metadata.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        return metadata;
    }

    /** What a question about it answers, each row as one text. */
    public List<String> rows(String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(sql.replace("?", "'" + file + "'"))) {
            List<String> rows = new ArrayList<>();
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    String cell = found.getString(i);
                    row.add(cell == null ? "" : cell);
                }
                rows.add(row.stream().collect(Collectors.joining(",")));
            }
            return rows;
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        database.close();
        Files.delete(file);
    }
}
