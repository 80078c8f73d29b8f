package cl.observatory.ingest.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * An OLE2 container before the library opens it: the directory, which is read into memory whole, is not larger than any
 * workbook needs, and every sector that is in use is there.
 */
final class Ole2Structure {

    /** Some thousand entries; workbooks have ten to a hundred. */
    private static final int MAX_DIRECTORY = 1 << 20;

    private static final int HEADER = 512;
    private static final int SECTOR_SHIFT = 30;
    private static final int COUNT_OF_TABLES = 44;
    private static final int FIRST_OF_DIRECTORY = 48;
    private static final int FIRST_TABLE_OF_TABLES = 68;
    private static final int TABLES = 76;
    private static final int TABLES_IN_HEADER = 109;
    private static final int FREE = -1;

    private final FileChannel file;
    private final ByteBuffer header;
    private final int sectorSize;
    private final int tables;

    private Ole2Structure(FileChannel file) throws IOException {
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
        tables = header.getInt(COUNT_OF_TABLES);
        if (tables < 1 || tables > 2 + file.size() / sectorSize / perSector()) {
            throw ZipParts.damaged(null);
        }
    }

    /**
     * @throws UnreadableFileException when it is damaged
     */
    static void check(FileChannel file) throws IOException {
        Ole2Structure structure = new Ole2Structure(file);
        structure.checkDirectory();
        structure.checkLength();
    }

    private void checkDirectory() throws IOException {
        int sector = header.getInt(FIRST_OF_DIRECTORY);
        for (int bytes = 0; sector >= 0; bytes += sectorSize) {
            if (bytes > MAX_DIRECTORY) {
                throw ZipParts.damaged(null);
            }
            sector = sector(table(sector / perSector())).getInt(sector % perSector() * Integer.BYTES);
        }
    }

    private void checkLength() throws IOException {
        for (int number = tables - 1; number >= 0; number--) {
            ByteBuffer table = sector(table(number));
            for (int i = perSector() - 1; i >= 0; i--) {
                if (table.getInt(i * Integer.BYTES) != FREE) {
                    long last = (long) number * perSector() + i;
                    if ((last + 2) * sectorSize > file.size()) {
                        throw ZipParts.damaged(null);
                    }
                    return;
                }
            }
        }
    }

    private int perSector() {
        return sectorSize / Integer.BYTES;
    }

    /** The sector with a part of the table that tells what follows on each sector. */
    private int table(int number) throws IOException {
        if (number >= tables) {
            throw ZipParts.damaged(null);
        }
        if (number < TABLES_IN_HEADER) {
            return header.getInt(TABLES + number * Integer.BYTES);
        }
        int next = perSector() - 1;
        int left = number - TABLES_IN_HEADER;
        ByteBuffer list = sector(header.getInt(FIRST_TABLE_OF_TABLES));
        while (left >= next) {
            list = sector(list.getInt(next * Integer.BYTES));
            left -= next;
        }
        return list.getInt(left * Integer.BYTES);
    }

    private ByteBuffer sector(int number) throws IOException {
        ByteBuffer sector = ByteBuffer.allocate(sectorSize).order(ByteOrder.LITTLE_ENDIAN);
        if (number < 0 || file.read(sector, (number + 1L) * sectorSize) < sectorSize) {
            throw ZipParts.damaged(null);
        }
        return sector;
    }
}
