package cl.observatory.ingest.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * A file of which only so much may be read until it is released: whoever reads a directory into memory does so before,
 * and cannot be made to read more.
 */
final class RationedChannel implements SeekableByteChannel {

    private final SeekableByteChannel file;
    private long ration;

    RationedChannel(SeekableByteChannel file, long ration) {
        this.file = file;
        this.ration = ration;
    }

    void release() {
        ration = Long.MAX_VALUE;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        int count = file.read(buffer);
        ration -= Math.max(count, 0);
        if (ration < 0) {
            throw new IOException("the directory is too large");
        }
        return count;
    }

    @Override
    public int write(ByteBuffer buffer) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
