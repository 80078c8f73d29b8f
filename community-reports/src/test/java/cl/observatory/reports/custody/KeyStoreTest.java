package cl.observatory.reports.custody;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.reports.custody.CustodyConfig.Kind;
import cl.observatory.reports.sealing.Epoch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every way to keep keys promises. */
class KeyStoreTest {

    private static final Epoch EPOCH = new Epoch(2969);
    private static final byte[] SECRET = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final byte[] OTHER = {8, 7, 6, 5, 4, 3, 2, 1};

    @TempDir
    private Path parent;

    @ParameterizedTest
    @EnumSource
    void whatIsKeptIsReadByEveryProcessAndNeverReplaced(Kind kind) {
        try (GivenStore given = GivenStore.of(kind, parent)) {
            assertEquals(Optional.empty(), given.open().read(EPOCH));
            assertTrue(given.open().keep(EPOCH, SECRET));
            assertFalse(given.open().keep(EPOCH, OTHER));

            assertArrayEquals(SECRET, given.open().read(EPOCH).orElseThrow());
            assertEquals(Set.of(EPOCH), given.open().epochs());
            assertEquals(Optional.empty(), given.open().read(EPOCH.plus(1)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void filesAreWholeAndTheirOwnersAlone(Kind kind) throws IOException {
        try (GivenStore given = GivenStore.of(kind, parent)) {
            // When
            given.open().keep(EPOCH, SECRET);

            // Then
            assertEquals("rwx------", permissions(given.folder()));
            assertEquals(1, files(given).size());
            assertEquals("rw-------", permissions(files(given).getFirst()));
        }
    }

    @ParameterizedTest
    @CsvSource({"FILES,rw-r-----", "FILES,rw----r--", "FILES,rw-rw-rw-", "TRANSIT,rw-r-----"})
    void fileThatOthersMayReadIsRefused(Kind kind, String permissions) throws IOException {
        try (GivenStore given = GivenStore.of(kind, parent)) {
            // Given
            given.open().keep(EPOCH, SECRET);
            Files.setPosixFilePermissions(files(given).getFirst(), PosixFilePermissions.fromString(permissions));

            assertThrows(KeyStoreException.class, () -> given.open().read(EPOCH));
        }
    }

    @ParameterizedTest
    @EnumSource
    void folderThatOthersMayEnterIsRefused(Kind kind) throws IOException {
        try (GivenStore given = GivenStore.of(kind, parent)) {
            // Given
            KeyStore opened = given.open();
            opened.keep(EPOCH, SECRET);
            Files.setPosixFilePermissions(given.folder(), PosixFilePermissions.fromString("rwx--x---"));

            assertThrows(KeyStoreException.class, given::open);
            assertThrows(KeyStoreException.class, () -> opened.read(EPOCH));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasDestroyedIsGoneHoweverOften(Kind kind) throws IOException {
        try (GivenStore given = GivenStore.of(kind, parent)) {
            // Given
            given.open().keep(EPOCH, SECRET);
            given.open().keep(EPOCH.plus(1), OTHER);

            // When
            given.open().destroy(EPOCH);
            given.open().destroy(EPOCH);

            // Then
            assertEquals(Optional.empty(), given.open().read(EPOCH));
            assertEquals(Set.of(EPOCH.plus(1)), given.open().epochs());
            assertArrayEquals(OTHER, given.open().read(EPOCH.plus(1)).orElseThrow());
            assertEquals(1, files(given).size());
        }
    }

    /** A second name of the same bytes shows what becomes of them. */
    @ParameterizedTest
    @EnumSource
    void bytesAreOverwrittenBeforeTheirNameGoes(Kind kind) throws IOException {
        try (GivenStore given = GivenStore.of(kind, parent)) {
            // Given
            given.open().keep(EPOCH, SECRET);
            byte[] before = Files.readAllBytes(files(given).getFirst());
            Path second =
                    Files.createLink(parent.resolve("second"), files(given).getFirst());

            // When
            given.open().destroy(EPOCH);

            // Then
            byte[] after = Files.readAllBytes(second);
            assertEquals(before.length, after.length);
            assertFalse(Arrays.equals(before, after));
        }
    }

    /** A crash while a file is written leaves one of another name. */
    @ParameterizedTest
    @EnumSource
    void whatACrashLeftIsNoKeyAndIsDestroyedLikewise(Kind kind) throws IOException {
        try (GivenStore given = GivenStore.of(kind, parent)) {
            // Given
            given.open();
            Files.write(given.folder().resolve("epoch-2969.keyset.7x.new"), SECRET);

            // When
            Optional<byte[]> read = given.open().read(EPOCH);
            Set<Epoch> epochs = given.open().epochs();
            given.open().destroy(EPOCH);

            // Then
            assertEquals(Optional.empty(), read);
            assertEquals(Set.of(EPOCH), epochs);
            assertEquals(List.of(), files(given));
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofManyAtOnceOneIsKept(Kind kind) throws Exception {
        try (GivenStore given = GivenStore.of(kind, parent);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            // Given
            List<Callable<Boolean>> attempts = IntStream.range(0, 16)
                    .<Callable<Boolean>>mapToObj(i -> () -> given.open().keep(EPOCH, new byte[] {(byte) i}))
                    .toList();

            // When
            int kept = 0;
            for (var attempt : threads.invokeAll(attempts)) {
                kept += attempt.get() ? 1 : 0;
            }

            // Then
            assertEquals(1, kept);
            assertEquals(1, given.open().read(EPOCH).orElseThrow().length);
            assertEquals(1, files(given).size());
        }
    }

    private static List<Path> files(GivenStore given) throws IOException {
        try (Stream<Path> files = Files.list(given.folder())) {
            return files.toList();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
