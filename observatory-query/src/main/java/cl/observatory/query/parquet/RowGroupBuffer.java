package cl.observatory.query.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;

/** A group of rows while it is gathered, encoded by column. */
final class RowGroupBuffer {

    /** Texts repeat, and are told by a dictionary. */
    private static final ParquetProperties ENCODING = ParquetProperties.builder()
            .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0)
            .withDictionaryEncoding(true)
            .build();

    private final Map<ColumnDescriptor, ColumnPages> pages = new LinkedHashMap<>();
    private final List<ColumnWriter> writers = new ArrayList<>();
    private final ColumnWriteStore store;
    private int rows;

    RowGroupBuffer(MessageType schema) {
        schema.getColumns().forEach(column -> pages.put(column, new ColumnPages(column)));
        store = ENCODING.newColumnWriteStore(schema, pages::get);
        schema.getColumns().forEach(column -> writers.add(store.getColumnWriter(column)));
    }

    void text(int column, Binary text) {
        writers.get(column).write(text, 0, 0);
    }

    void number(int column, long number) {
        writers.get(column).write(number, 0, 1);
    }

    void missing(int column) {
        writers.get(column).writeNull(0, 0);
    }

    void endRow() {
        store.endRecord();
        rows++;
    }

    int rows() {
        return rows;
    }

    /**
     * Writes the group.
     *
     * @param offset where in the file it comes to stand
     * @return what the end of the file says of it
     */
    RowGroup writeTo(OutputStream target, long offset) throws IOException {
        store.flush();
        store.close();
        List<ColumnChunk> chunks = new ArrayList<>();
        long next = offset;
        long unpacked = 0;
        for (ColumnPages column : pages.values()) {
            chunks.add(column.writeTo(target, next));
            next += column.size();
            unpacked += column.unpackedSize();
        }
        return new RowGroup(chunks, unpacked, rows).setFile_offset(offset).setTotal_compressed_size(next - offset);
    }
}
