package cl.observatory.query.parquet;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** The pages of a column within a group of rows, packed, until the group is whole and can be written. */
final class ColumnPages implements PageWriter {

    private final ColumnDescriptor column;
    private final ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
    private final Statistics<?> statistics;
    private long values;
    private long unpacked;

    ColumnPages(ColumnDescriptor column) {
        this.column = column;
        this.statistics = Statistics.createStats(column.getPrimitiveType());
    }

    @Override
    public void writePage(
            BytesInput bytes,
            int valueCount,
            int rowCount,
            Statistics<?> ofPage,
            SizeStatistics sizes,
            GeospatialStatistics shapes,
            Encoding repetitionLevels,
            Encoding definitionLevels,
            Encoding encoding)
            throws IOException {
        PageHeader header = new PageHeader(PageType.DATA_PAGE, 0, 0);
        header.setData_page_header(new DataPageHeader(
                valueCount, written(encoding), written(definitionLevels), written(repetitionLevels)));
        encodings.addAll(List.of(encoding, repetitionLevels, definitionLevels));
        values += valueCount;
        statistics.mergeStatistics(ofPage);
        write(header, bytes, data);
    }

    @Override
    public void writeDictionaryPage(DictionaryPage page) throws IOException {
        PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, 0, 0);
        header.setDictionary_page_header(
                new DictionaryPageHeader(page.getDictionarySize(), written(page.getEncoding())));
        encodings.add(page.getEncoding());
        write(header, page.getBytes(), dictionary);
    }

    private void write(PageHeader header, BytesInput bytes, ByteArrayOutputStream target) throws IOException {
        ByteArrayOutputStream gathered = new ByteArrayOutputStream((int) bytes.size());
        bytes.writeAllTo(gathered);
        byte[] page = gathered.toByteArray();
        byte[] packed = Zstd.compress(page);
        CRC32 check = new CRC32();
        check.update(packed);
        header.setUncompressed_page_size(page.length)
                .setCompressed_page_size(packed.length)
                .setCrc((int) check.getValue());
        int before = target.size();
        Util.writePageHeader(header, target);
        unpacked += target.size() - before + page.length;
        target.write(packed);
    }

    /**
     * Writes the pages, the dictionary first.
     *
     * @param offset where in the file they come to stand
     * @return what the end of the file says of them
     */
    ColumnChunk writeTo(OutputStream target, long offset) throws IOException {
        dictionary.writeTo(target);
        data.writeTo(target);
        ColumnMetaData described = new ColumnMetaData(
                column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY
                        ? Type.BYTE_ARRAY
                        : Type.INT64,
                encodings.stream().map(ColumnPages::written).toList(),
                List.of(column.getPath()),
                CompressionCodec.ZSTD,
                values,
                unpacked,
                size(),
                offset + dictionary.size());
        if (dictionary.size() > 0) {
            described.setDictionary_page_offset(offset);
        }
        described.setStatistics(written(statistics));
        return new ColumnChunk(offset).setMeta_data(described);
    }

    /** Bytes that are written of them. */
    long size() {
        return (long) dictionary.size() + data.size();
    }

    /** What they take when they are unpacked. */
    long unpackedSize() {
        return unpacked;
    }

    private static org.apache.parquet.format.Encoding written(Encoding encoding) {
        return org.apache.parquet.format.Encoding.valueOf(encoding.name());
    }

    /** So that readers skip groups of rows that have nothing of what they look for. */
    private static org.apache.parquet.format.Statistics written(Statistics<?> statistics) {
        org.apache.parquet.format.Statistics written = new org.apache.parquet.format.Statistics();
        written.setNull_count(statistics.getNumNulls());
        if (statistics.hasNonNullValue()) {
            written.setMin_value(statistics.getMinBytes());
            written.setMax_value(statistics.getMaxBytes());
        }
        return written;
    }

    @Override
    public long getMemSize() {
        return size();
    }

    @Override
    public long allocatedSize() {
        return size();
    }

    @Override
    public String memUsageString(String prefix) {
        return prefix + column + ": " + size() + " bytes";
    }

    /** The interface has four ways to write a page; what encodes columns of the first version calls the one above alone. */
    @Override
    public void writePage(
            BytesInput bytes,
            int valueCount,
            int rowCount,
            Statistics<?> ofPage,
            Encoding repetitionLevels,
            Encoding definitionLevels,
            Encoding encoding) {
        throw neverCalled();
    }

    @Override
    @Deprecated
    public void writePage(
            BytesInput bytes,
            int valueCount,
            Statistics<?> ofPage,
            Encoding repetitionLevels,
            Encoding definitionLevels,
            Encoding encoding) {
        throw neverCalled();
    }

    @Override
    public void writePageV2(
            int rowCount,
            int nullCount,
            int valueCount,
            BytesInput repetitionLevels,
            BytesInput definitionLevels,
            Encoding encoding,
            BytesInput bytes,
            Statistics<?> ofPage) {
        throw neverCalled();
    }

    private static UnsupportedOperationException neverCalled() {
        return new UnsupportedOperationException("columns of the first version are written with all their statistics");
    }
}
