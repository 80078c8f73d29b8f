package cl.observatory.reports.custody;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.problem.CommonProblem;
import cl.observatory.problem.ProblemException;
import cl.observatory.reports.Keys;
import cl.observatory.reports.custody.CustodyConfig.Kind;
import cl.observatory.reports.custody.NotOpenedException.Reason;
import cl.observatory.reports.sealing.Epoch;
import cl.observatory.reports.sealing.Purpose;
import cl.observatory.reports.sealing.Sealed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustodyTest {

    private static final byte[] CONTENT = "{}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final UUID id = UUID.randomUUID();

    @ParameterizedTest
    @EnumSource
    void keysOfThisWeekAndTheNextEightArePublishedAndKept(Kind kind) {
        try (Week week = Week.with(kind, folder)) {
            // Given
            Custody custody = week.custody();

            // When
            custody.round();

            // Then
            assertEquals(week.numbers(0, 8), List.copyOf(week.keysets().keySet()));
            assertEquals(9, Set.copyOf(week.keysets().values()).size());
            week.numbers(0, 8)
                    .forEach(number -> assertTrue(
                            week.believed().published(new Epoch(number)).isPresent()));
            assertEquals(
                    week.numbers(0, 8),
                    week.store().open().epochs().stream().map(Epoch::number).toList());
            assertEquals(Set.of(), custody.lost());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherRoundChangesNothingAndTheNextWeekAddsOne(Kind kind) {
        try (Week week = Week.with(kind, folder)) {
            // Given
            week.custody().round();
            Map<Integer, String> keysets = week.keysets();

            // When
            week.custody().round();
            Map<Integer, String> same = week.keysets();
            week.moveTo(Week.FIRST.plus(1).firstDay());
            week.custody().round();

            // Then
            assertEquals(keysets, same);
            Map<Integer, String> next = new TreeMap<>(week.keysets());
            next.remove(Week.FIRST.number() + 9);
            assertEquals(keysets, next);
            assertEquals(10, week.keysets().size());
        }
    }

    @Test
    void roundThatBrokeOffBetweenKeepingAndPublishingIsTakenUp() {
        try (Week week = Week.with(Kind.FILES, folder)) {
            // Given
            EpochSecret kept = EpochSecret.generate();
            week.store().open().keep(Week.FIRST, kept.bytes());

            // When
            week.custody().round();

            // Then
            assertArrayEquals(
                    kept.publicKeyset(),
                    week.believed().published(Week.FIRST).orElseThrow().keyset());
        }
    }

    @ParameterizedTest
    @EnumSource
    void keysDieAtTheirDateAndABackupOfRowsStaysClosed(Kind kind) throws IOException {
        try (Week week = Week.with(kind, folder)) {
            // Given
            week.custody().round();
            Sealed backup = week.sealer().seal(CONTENT, Purpose.REPORT, id);
            week.moveTo(Week.FIRST.closedOn().minusDays(1));
            week.custody().round();
            assertArrayEquals(CONTENT, week.opener().open(Purpose.REPORT, id, backup.epoch(), backup.bytes()));

            // When
            week.moveTo(Week.FIRST.closedOn());
            assertEquals(Reason.CLOSED, reason(week, backup));
            week.custody().round();

            // Then
            assertEquals(
                    List.of(),
                    list(week.store().folder()).stream()
                            .filter(name -> name.contains("-" + Week.FIRST.number() + "."))
                            .toList());
            // a thief has no clock that forbids
            week.moveTo(Week.FIRST.firstDay());
            assertEquals(Reason.NO_KEY, reason(week, backup));
        }
    }

    @Test
    void withATransitEngineTheFileThatWasCopiedBeforeDoesNotHelp() throws IOException {
        try (Week week = Week.with(Kind.TRANSIT, folder)) {
            // Given
            week.custody().round();
            Sealed backup = week.sealer().seal(CONTENT, Purpose.REPORT, id);
            Path wrapped = week.store().folder().resolve("epoch-" + Week.FIRST.number() + ".wrapped");
            byte[] copy = Files.readAllBytes(wrapped);

            // When
            week.moveTo(Week.FIRST.closedOn());
            week.custody().round();

            // Then
            Files.createFile(
                    wrapped, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(wrapped, copy);
            week.moveTo(Week.FIRST.firstDay());
            assertEquals(Reason.NO_KEY, reason(week, backup));
        }
    }

    @Test
    void keyThatCannotBeDestroyedHoldsUpNoOther() {
        try (Week week = Week.with(Kind.FILES, folder)) {
            // Given
            week.custody().round();
            KeyStore store = week.store().open();
            week.moveTo(Week.FIRST.plus(1).closedOn());

            // When
            week.custody(new Failing(store, Week.FIRST)).round();

            // Then
            assertTrue(store.read(Week.FIRST).isPresent());
            assertEquals(Optional.empty(), store.read(Week.FIRST.plus(1)));
            week.custody().round();
            assertEquals(Optional.empty(), store.read(Week.FIRST));
        }
    }

    /** A store that cannot destroy one key. */
    private record Failing(KeyStore store, Epoch stuck) implements KeyStore {

        @Override
        public boolean keep(Epoch epoch, byte[] secret) {
            return store.keep(epoch, secret);
        }

        @Override
        public Optional<byte[]> read(Epoch epoch) {
            return store.read(epoch);
        }

        @Override
        public Set<Epoch> epochs() {
            return store.epochs();
        }

        @Override
        public void destroy(Epoch epoch) {
            if (epoch.equals(stuck)) {
                throw new KeyStoreException("stuck");
            }
            store.destroy(epoch);
        }
    }

    @Test
    void otherSigningKeySignsTheSameKeysAnew() {
        try (Week week = Week.with(Kind.FILES, folder)) {
            // Given
            week.custody().round();
            Map<Integer, String> keysets = week.keysets();
            Map<Integer, String> signatures = week.signatures();

            // When
            week.takeOtherSigningKey();
            week.custody().round();

            // Then
            assertEquals(keysets, week.keysets());
            assertNotEquals(signatures, week.signatures());
            assertTrue(week.believed().published(Week.FIRST).isPresent());
        }
    }

    @Test
    void keyThatSomebodyPutInItsPlaceGivesWayToTheOneThatIsKept() {
        try (Week week = Week.with(Kind.FILES, folder)) {
            // Given
            week.custody().round();
            Map<Integer, String> keysets = week.keysets();
            byte[] foreign = EpochSecret.generate().publicKeyset();
            week.accounts()
                    .owner()
                    .useHandle(handle -> handle.execute(
                            "update epoch_key set public_keyset = ? where epoch = ?", foreign, Week.FIRST.number()));

            // When
            assertEquals(Optional.empty(), week.believed().find(Week.FIRST));
            week.custody().round();

            // Then
            assertEquals(keysets, week.keysets());
        }
    }

    @Test
    void signingKeyThatNobodyBelievesIsRefused() {
        try (Week week = Week.with(Kind.FILES, folder)) {
            Custody custody = week.custody(week.store().open(), Keys.in(folder).verificationKey());

            assertThrows(IllegalStateException.class, custody::round);
            assertEquals(Map.of(), week.keysets());
        }
    }

    /** Else a folder that is not mounted would cost all that was sealed so far. */
    @Test
    void publishedKeyIsNotReplacedWhereItsPrivateOneIsMissing() {
        try (Week week = Week.with(Kind.FILES, folder)) {
            // Given
            week.custody().round();
            Map<Integer, String> keysets = week.keysets();
            Custody elsewhere = week.custody(week.store().openOn(folder.resolve("empty")));

            // When
            elsewhere.round();

            // Then
            assertEquals(keysets, week.keysets());
            assertEquals(
                    week.numbers(0, 8),
                    elsewhere.lost().stream().map(Epoch::number).toList());
        }
    }

    @Test
    void publicKeysGoWhenTheyAreClosedAndNothingRefersToThem() {
        try (Week week = Week.with(Kind.FILES, folder)) {
            // Given
            week.custody().round();
            week.accounts().owner().useHandle(handle -> handle.execute("""
                    insert into report (id, receipt_hash, epoch, state, lane)
                    values (gen_random_uuid(), sha256('x'), ?, 'PURGED', 0)
                    """, Week.FIRST.number()));

            // When
            week.moveTo(Week.FIRST.plus(2).closedOn().minusDays(1));
            week.custody().round();

            // Then
            assertTrue(week.keysets().containsKey(Week.FIRST.number()));
            assertEquals(
                    week.numbers(2, 8),
                    week.keysets().keySet().stream()
                            .filter(number -> number > Week.FIRST.number() && number <= Week.FIRST.number() + 8)
                            .toList());
        }
    }

    @Test
    void keysThatCannotBeReachedAreNoReasonToGiveUpTheReport() {
        try (Week week = Week.with(Kind.TRANSIT, folder)) {
            // Given
            week.custody().round();
            Sealed sealed = week.sealer().seal(CONTENT, Purpose.REPORT, id);
            Opener opener = week.opener();

            // When
            week.store().server().seal();

            // Then
            ProblemException refused = assertThrows(
                    ProblemException.class, () -> opener.open(Purpose.REPORT, id, sealed.epoch(), sealed.bytes()));
            assertEquals(CommonProblem.UNAVAILABLE, refused.type());
        }
    }

    private Reason reason(Week week, Sealed sealed) {
        return assertThrows(
                        NotOpenedException.class,
                        () -> week.opener().open(Purpose.REPORT, id, sealed.epoch(), sealed.bytes()))
                .reason();
    }

    private static List<String> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
