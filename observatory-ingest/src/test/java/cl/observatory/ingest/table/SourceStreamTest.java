package cl.observatory.ingest.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.Packed;
import cl.observatory.problem.ProblemException;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class SourceStreamTest {

    private static final FilesConfig LIMITS = new Limits(size(1000), size(5000));

    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();

    @Test
    void plainFileComesThroughAndIsKept() throws IOException {
        byte[] file = text("a,b\n1,2\n");

        assertArrayEquals(file, read(file));
        assertArrayEquals(file, archive.toByteArray());
    }

    @Test
    void packedFileIsUnpackedAndKeptPacked() throws IOException {
        byte[] file = Packed.gzip("a,b\n1,2\n");

        assertArrayEquals(text("a,b\n1,2\n"), read(file));
        assertArrayEquals(file, archive.toByteArray());
    }

    @Test
    void oneByteIsAFile() throws IOException {
        assertArrayEquals(text("x"), read(text("x")));
    }

    @Test
    void noByteIsNone() {
        assertEquals(IngestProblem.EMPTY_BODY, refusal(new byte[0]));
    }

    /** Several packed pieces one behind the other are one file, also when they arrive one by one. */
    @Test
    void everyPieceOfAPackedFileIsUnpacked() throws IOException {
        // Given
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        for (String piece : new String[] {"a,b\n", "1,2\n", "3,4\n"}) {
            pieces.writeBytes(Packed.gzip(piece));
        }

        // When
        byte[] read = read(new Trickle(pieces.toByteArray()));

        // Then
        assertArrayEquals(text("a,b\n1,2\n3,4\n"), read);
    }

    @Test
    void whatFollowsThePackedFileIsKeptToo() throws IOException {
        // Given
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(Packed.gzip("a,b\n"));
        file.writeBytes(new byte[500]);

        // When
        byte[] read = read(new Trickle(file.toByteArray()));

        // Then
        assertArrayEquals(text("a,b\n"), read);
        assertArrayEquals(file.toByteArray(), archive.toByteArray());
    }

    @Test
    void fileThatOnlyBeginsLikeGzipIsDamaged() {
        assertThrows(
                ZipException.class, () -> read(new byte[] {0x1f, (byte) 0x8b, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'}));
    }

    @Test
    void sizeIsBoundedAsSentAndUnpacked() throws IOException {
        assertEquals(1000, read(new byte[1000]).length);
        assertEquals(IngestProblem.FILE_TOO_LARGE, refusal(new byte[1001]));
        assertEquals(5000, read(Packed.gzip("x".repeat(5000))).length);
        assertEquals(IngestProblem.FILE_TOO_LARGE, refusal(Packed.gzip("x".repeat(5001))));
    }

    @Test
    void bodyIsNotClosedSoThatNobodyWaitsForItsRest() throws IOException {
        // Given
        InputStream body = new ByteArrayInputStream(text("a,b\n")) {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };

        // When
        byte[] read = read(body);

        // Then
        assertArrayEquals(text("a,b\n"), read);
    }

    private byte[] read(byte[] file) throws IOException {
        return read(new ByteArrayInputStream(file));
    }

    private byte[] read(InputStream body) throws IOException {
        archive.reset();
        try (SourceStream source = SourceStream.open(body, archive, LIMITS)) {
            byte[] content = source.content().readAllBytes();
            source.drain();
            return content;
        }
    }

    private Object refusal(byte[] file) {
        return assertThrows(ProblemException.class, () -> read(file)).type();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static MemorySize size(long bytes) {
        return new MemorySize(BigInteger.valueOf(bytes));
    }

    private record Limits(MemorySize maxSize, MemorySize maxExpandedSize) implements FilesConfig {

        @Override
        public int maxExpansion() {
            return 100;
        }
    }

    /** A byte at a time, and never one in sight: as a slow network. */
    private static final class Trickle extends InputStream {

        private final InputStream bytes;

        Trickle(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return bytes.read(buffer, offset, Math.min(length, 1));
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
