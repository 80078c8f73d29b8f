package cl.observatory.query.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.parquet.Version;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TypeDefinedOrder;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * A Parquet file of flat rows, written while it is made: memory holds one group of rows, encoded and packed, however long the
 * file is. The columns of a row are given in any order, each once, then the row is ended.
 */
public final class ParquetFile {

    /** Some megabytes of such rows as they are gathered, and enough for a reader to work on several groups at once. */
    private static final int ROWS_OF_GROUP = 1 << 17;

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final String NAME = "observations";

    /** What encodes the columns: with another version the same rows may be other bytes. */
    public static final String CREATED_BY = Version.FULL_VERSION;

    private final List<ParquetColumn> columns;
    private final Map<String, String> metadata;
    private final MessageType schema;
    private final List<RowGroup> groups = new ArrayList<>();
    private final OutputStream target;
    private RowGroupBuffer group;
    private long position;
    private long rows;

    /**
     * Begins a file.
     *
     * @param metadata what its end says of the whole
     */
    public ParquetFile(List<ParquetColumn> columns, Map<String, String> metadata, OutputStream target)
            throws IOException {
        this.columns = List.copyOf(columns);
        this.metadata = Collections.unmodifiableMap(metadata);
        this.schema =
                new MessageType(NAME, columns.stream().map(ParquetColumn::type).toArray(Type[]::new));
        this.group = new RowGroupBuffer(schema);
        this.target = target;
        target.write(MAGIC);
        position = MAGIC.length;
    }

    /** A text as it is given to rows; one that stands in many is made once. */
    public static Binary text(String text) {
        return Binary.fromString(text);
    }

    /** Of a column of texts. */
    public void add(int column, Binary text) {
        group.text(column, text);
    }

    /** Of a column of numbers. */
    public void add(int column, long number) {
        group.number(column, number);
    }

    /** Of a column of numbers. */
    public void addMissing(int column) {
        group.missing(column);
    }

    public void endRow() throws IOException {
        group.endRow();
        if (group.rows() == ROWS_OF_GROUP) {
            writeGroup();
        }
    }

    private void writeGroup() throws IOException {
        RowGroup written = group.writeTo(target, position);
        groups.add(written.setOrdinal((short) groups.size()));
        position += written.getTotal_compressed_size();
        rows += group.rows();
        group = new RowGroupBuffer(schema);
    }

    /** Writes what is left, and the end that tells where everything is. */
    public void end() throws IOException {
        if (group.rows() > 0) {
            writeGroup();
        }
        ByteArrayOutputStream end = new ByteArrayOutputStream();
        Util.writeFileMetaData(described(), end);
        end.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(end.size())
                .array());
        end.write(MAGIC);
        end.writeTo(target);
    }

    private FileMetaData described() {
        List<SchemaElement> elements = new ArrayList<>();
        elements.add(new SchemaElement(NAME).setNum_children(columns.size()));
        columns.forEach(column -> elements.add(column.element()));
        return new FileMetaData(1, elements, rows, groups)
                .setKey_value_metadata(metadata.entrySet().stream()
                        .map(each -> new KeyValue(each.getKey()).setValue(each.getValue()))
                        .toList())
                .setCreated_by(CREATED_BY)
                .setColumn_orders(Collections.nCopies(columns.size(), ColumnOrder.TYPE_ORDER(new TypeDefinedOrder())));
    }
}
