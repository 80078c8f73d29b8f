package cl.observatory.acceptance.canary;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads files and streams to the last byte and tells which marks are in them, plain or wrapped, also three times one in
 * another. A stream is read in pieces that overlap; a mark is missed only when what it is wrapped in is longer than the
 * overlap, lies on a border and cannot be unwrapped from its begin.
 */
public final class Scanner {

    private static final int DEEPEST = 3;
    private static final int PIECE = 16 * 1024 * 1024;
    private static final int OVERLAP = 1024 * 1024;

    /** What ends with zeros, as streams of some compressors do, stays whole. */
    private static final int KEPT_ZEROS = 64;

    private final Marks marks;
    private final Set<Wrapping> known;
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Set<String> places = new LinkedHashSet<>();
    private long bytes;

    Scanner(Marks marks) {
        this(marks, EnumSet.allOf(Wrapping.class));
    }

    public Scanner(Marks marks, Set<Wrapping> known) {
        this.marks = marks;
        this.known = known;
    }

    /** Reads all files in and below the folder. One that goes while it is read held what is read elsewhere. */
    public void read(Path folder, Predicate<Path> which) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(which)::iterator) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    read(file);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void read(Path file) {
        look(file.toString(), file.toString().getBytes(StandardCharsets.UTF_8));
        try (InputStream stream = Files.newInputStream(file)) {
            read(file.toString(), stream);
        } catch (NoSuchFileException gone) {
            places.remove(file.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read " + file, failed);
        }
    }

    void read(String place, byte[] content) {
        try {
            read(place, new ByteArrayInputStream(content));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void read(String place, InputStream stream) throws IOException {
        places.add(place);
        byte[] piece = stream.readNBytes(PIECE);
        while (piece.length > 0) {
            bytes += piece.length;
            look(place, piece);
            byte[] more = piece.length < PIECE ? new byte[0] : stream.readNBytes(PIECE - OVERLAP);
            if (more.length == 0) {
                return;
            }
            byte[] next = new byte[OVERLAP + more.length];
            System.arraycopy(piece, piece.length - OVERLAP, next, 0, OVERLAP);
            System.arraycopy(more, 0, next, OVERLAP, more.length);
            piece = next;
        }
    }

    private void look(String place, byte[] content) {
        look(place, content, content.length, List.of());
    }

    private void look(String place, byte[] data, int size, List<Wrapping> around) {
        int length = withoutZerosAtItsEnd(data, size);
        marks.find(data, 0, length, mark -> findings.add(new Finding(mark, place, around)));
        if (around.size() == DEEPEST) {
            return;
        }
        for (Wrapping wrapping : known) {
            List<Wrapping> within = new ArrayList<>(around);
            within.add(wrapping);
            wrapping.unwrap(data, length, (inside, count) -> look(place, inside, count, List.copyOf(within)));
        }
    }

    /** Whoever allots files ahead leaves much of nothing. */
    private static int withoutZerosAtItsEnd(byte[] data, int size) {
        int length = size;
        while (length > 0 && data[length - 1] == 0) {
            length--;
        }
        return Math.min(length + KEPT_ZEROS, size);
    }

    public Set<Finding> findings() {
        return findings;
    }

    /** What was read: files by their paths, and streams by the names they were given. */
    Set<String> places() {
        return places;
    }

    public long bytes() {
        return bytes;
    }
}
