package cl.observatory.ingest.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** The directory of an OLE2 container is read into memory whole, so its size is looked at before. */
final class Ole2Directory {

    /** Some thousand entries; workbooks have ten to a hundred. */
    private static final int MAX_BYTES = 1 << 20;

    private static final int HEADER = 512;
    private static final int SECTOR_SHIFT = 30;
    private static final int FIRST_SECTOR = 48;
    private static final int FIRST_TABLE_OF_TABLES = 68;
    private static final int TABLES = 76;
    private static final int TABLES_IN_HEADER = 109;

    private final FileChannel file;
    private final ByteBuffer header;
    private final int sectorSize;

    private Ole2Directory(FileChannel file) throws IOException {
        this.file = file;
        header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        if (file.read(header, 0) < HEADER) {
            throw ZipParts.damaged(null);
        }
        int shift = header.getShort(SECTOR_SHIFT);
        if (shift != 9 && shift != 12) {
            throw ZipParts.damaged(null);
        }
        sectorSize = 1 << shift;
    }

    /**
     * @throws UnreadableFileException when the directory is larger than any workbook needs, or goes round in circles
     */
    static void check(FileChannel file) throws IOException {
        Ole2Directory directory = new Ole2Directory(file);
        int sector = directory.header.getInt(FIRST_SECTOR);
        for (int bytes = 0; sector >= 0; bytes += directory.sectorSize) {
            if (bytes > MAX_BYTES) {
                throw ZipParts.damaged(null);
            }
            sector = directory.after(sector);
        }
    }

    private int after(int sector) throws IOException {
        int perSector = sectorSize / Integer.BYTES;
        return read(table(sector / perSector), sector % perSector);
    }

    /** The sector of the table that tells what follows on a sector. */
    private int table(int number) throws IOException {
        if (number < TABLES_IN_HEADER) {
            return header.getInt(TABLES + number * Integer.BYTES);
        }
        int perSector = sectorSize / Integer.BYTES - 1;
        int left = number - TABLES_IN_HEADER;
        int sector = header.getInt(FIRST_TABLE_OF_TABLES);
        while (left >= perSector) {
            sector = read(sector, perSector);
            left -= perSector;
        }
        return read(sector, left);
    }

    private int read(int sector, int index) throws IOException {
        ByteBuffer number = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long place = (sector + 1L) * sectorSize + (long) index * Integer.BYTES;
        if (sector < 0 || file.read(number, place) < Integer.BYTES) {
            throw ZipParts.damaged(null);
        }
        return number.getInt(0);
    }
}
