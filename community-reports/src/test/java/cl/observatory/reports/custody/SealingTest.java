package cl.observatory.reports.custody;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.problem.CommonProblem;
import cl.observatory.problem.ProblemException;
import cl.observatory.reports.custody.CustodyConfig.Kind;
import cl.observatory.reports.custody.NotOpenedException.Reason;
import cl.observatory.reports.sealing.Epoch;
import cl.observatory.reports.sealing.Purpose;
import cl.observatory.reports.sealing.Sealed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From intake, which can only seal, to moderation, which alone can open. */
class SealingTest {

    private static final byte[] CONTENT = "{\"text\":\"cobran por pasar\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final UUID id = UUID.randomUUID();
    private Week week;

    @BeforeEach
    void publish() {
        week = Week.with(Kind.FILES, folder);
        week.custody().round();
    }

    @AfterEach
    void close() {
        week.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSealedOpensAndHasOneSizeWhateverItHolds(Purpose purpose) {
        // Given
        byte[] longest = new byte[purpose.size() - 4];
        Arrays.fill(longest, (byte) 'x');

        for (byte[] content : new byte[][] {{}, CONTENT, longest}) {
            // When
            Sealed sealed = week.sealer().seal(content, purpose, id);

            // Then
            assertEquals(Week.FIRST.number(), sealed.epoch());
            assertEquals(purpose.sealedSize(), sealed.bytes().length);
            assertArrayEquals(content, week.opener().open(purpose, id, sealed.epoch(), sealed.bytes()));
        }
    }

    @Test
    void theSameContentIsNeverSealedToTheSameBytes() {
        Sealed first = week.sealer().seal(CONTENT, Purpose.REPORT, id);
        Sealed second = week.sealer().seal(CONTENT, Purpose.REPORT, id);

        assertFalse(Arrays.equals(first.bytes(), second.bytes()));
    }

    @Test
    void whatIsMovedToAnotherRowPurposeOrEpochDoesNotOpen() {
        // Given
        Sealed sealed = week.sealer().seal(CONTENT, Purpose.REPORT, id);
        Opener opener = week.opener();

        assertStaysClosed(Reason.BROKEN, opener, Purpose.REPORT, UUID.randomUUID(), sealed.epoch(), sealed.bytes());
        assertStaysClosed(Reason.BROKEN, opener, Purpose.ADDITION, id, sealed.epoch(), sealed.bytes());
        assertStaysClosed(Reason.BROKEN, opener, Purpose.REPORT, id, sealed.epoch() + 1, sealed.bytes());
        assertStaysClosed(Reason.NO_KEY, opener, Purpose.REPORT, id, sealed.epoch() - 1, sealed.bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 32, 8000, 16_431})
    void whatWasChangedDoesNotOpen(int place) {
        // Given
        Sealed sealed = week.sealer().seal(CONTENT, Purpose.REPORT, id);
        byte[] changed = sealed.bytes();
        changed[place] ^= 1;

        assertStaysClosed(Reason.BROKEN, week.opener(), Purpose.REPORT, id, sealed.epoch(), changed);
        assertStaysClosed(Reason.BROKEN, week.opener(), Purpose.REPORT, id, sealed.epoch(), new byte[0]);
    }

    /** The context binds the epoch by itself, even if two weeks had the same key. */
    @Test
    void theEpochIsBoundByMoreThanItsKey() {
        assertFalse(Arrays.equals(Purpose.REPORT.context(id, 1), Purpose.REPORT.context(id, 2)));
    }

    @Test
    void keyThatIsMissingIsNotReplacedByAnother() {
        // Given
        owner().useHandle(handle -> handle.execute("delete from epoch_key where epoch = ?", Week.FIRST.number()));

        assertRefused();
    }

    @Test
    void keyWhoseSignatureDoesNotVerifyIsNeverUsed() {
        // Given
        owner().useHandle(handle -> handle.execute(
                "update epoch_key set signature = set_byte(signature, 5, 255 - get_byte(signature, 5)) where epoch = ?",
                Week.FIRST.number()));

        assertRefused();
    }

    @Test
    void signatureThatIsNoneAtAllIsNeverUsed() {
        // Given
        owner().useHandle(handle ->
                handle.execute("update epoch_key set signature = 'x' where epoch = ?", Week.FIRST.number()));

        assertRefused();
    }

    @Test
    void keyOfAnotherEpochIsNeverUsedWithItsSignature() {
        // Given
        owner().useHandle(handle -> {
            handle.execute("delete from epoch_key where epoch = ?", Week.FIRST.number());
            handle.execute(
                    "update epoch_key set epoch = ? where epoch = ?", Week.FIRST.number(), Week.FIRST.number() + 1);
        });

        assertRefused();
    }

    @Test
    void keyThatWasSignedBySomebodyElseIsNeverUsed() {
        // Given
        week.takeOtherSigningKey();

        assertRefused();
    }

    @Test
    void aNewWeekHasAnotherKeyWithoutAnybodysDoing() {
        // Given
        Sealed last = week.sealer().seal(CONTENT, Purpose.REPORT, id);
        week.moveTo(Week.FIRST.plus(Custody.AHEAD).lastDay());

        // When
        Sealed sealed = week.sealer().seal(CONTENT, Purpose.REPORT, id);

        // Then
        assertEquals(Week.FIRST.number() + 8, sealed.epoch());
        assertArrayEquals(CONTENT, week.opener().open(Purpose.REPORT, id, sealed.epoch(), sealed.bytes()));
        assertArrayEquals(CONTENT, week.opener().open(Purpose.REPORT, id, last.epoch(), last.bytes()));
        week.moveTo(Week.FIRST.plus(Custody.AHEAD + 1).firstDay());
        assertRefused();
    }

    @Test
    void whatIsSealedAnewOpensWhenItsFirstKeyIsGone() {
        // Given
        Sealed sealed = week.sealer().seal(CONTENT, Purpose.REPORT, id);
        Epoch later = Epoch.of(Week.FIRST.closedOn().minusDays(1));
        week.moveTo(later.firstDay());
        week.custody().round();

        // When
        Sealed anew = week.resealing().reseal(Purpose.REPORT, id, sealed.epoch(), sealed.bytes());

        // Then
        week.moveTo(Week.FIRST.closedOn());
        week.custody().round();
        assertEquals(later.number(), anew.epoch());
        assertArrayEquals(CONTENT, week.opener().open(Purpose.REPORT, id, anew.epoch(), anew.bytes()));
        assertStaysClosed(Reason.CLOSED, week.opener(), Purpose.REPORT, id, sealed.epoch(), sealed.bytes());
        NotOpenedException tooLate = assertThrows(
                NotOpenedException.class,
                () -> week.resealing().reseal(Purpose.REPORT, id, sealed.epoch(), sealed.bytes()));
        assertEquals(Reason.CLOSED, tooLate.reason());
    }

    private void assertRefused() {
        ProblemException refused =
                assertThrows(ProblemException.class, () -> week.sealer().seal(CONTENT, Purpose.REPORT, id));
        assertEquals(CommonProblem.UNAVAILABLE, refused.type());
    }

    private static void assertStaysClosed(
            Reason reason, Opener opener, Purpose purpose, UUID id, int epoch, byte[] sealed) {
        NotOpenedException closed =
                assertThrows(NotOpenedException.class, () -> opener.open(purpose, id, epoch, sealed));
        assertEquals(reason, closed.reason());
    }

    private Jdbi owner() {
        return week.accounts().owner();
    }
}
