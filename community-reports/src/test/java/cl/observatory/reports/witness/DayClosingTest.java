package cl.observatory.reports.witness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.events.EventJson;
import cl.observatory.events.filing.FilingRootSigned;
import cl.observatory.reports.Keys;
import cl.observatory.reports.MovedClock;
import cl.observatory.reports.SeparateAccounts;
import cl.observatory.reports.filing.FilingVerifier;
import cl.observatory.reports.sealing.Epochs;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days that end, on accounts of the database that may do what their roles may. */
class DayClosingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private final SeparateAccounts accounts = SeparateAccounts.create();
    private final Jdbi intake = accounts.intake();
    private final Jdbi moderation = accounts.moderation();
    private final MovedClock clock = MovedClock.at(DAY);
    private final DayClosing closing = new DayClosing(moderation, new Epochs(clock), new DayRepository());

    @TempDir
    Path folder;

    private RootSigner signer;

    @BeforeEach
    void key() {
        signer = RootSigner.read(Keys.in(folder).signingKey());
    }

    @Test
    void dayOnWhichNobodyFiledLooksLikeAnyOther() throws SQLException {
        // Given
        close(DAY.plusDays(1));
        file(DAY.plusDays(1));

        // When
        close(DAY.plusDays(2));

        // Then
        assertEquals(List.of(1024L, 1024L), numbers("select leaves from filing_root order by number"));
        assertEquals(
                List.of(1024L, 1024L),
                numbers("select count(distinct (mark, place)) from filing_leaf group by day order by day"));
    }

    @Test
    void filedLeavesLieInRandomPlaces() throws SQLException {
        // Given
        Set<Long> places = new HashSet<>();

        // When
        for (int day = 0; day < 8; day++) {
            byte[] mark = file(DAY.plusDays(day));
            close(DAY.plusDays(day + 1));
            places.add(number("select place from filing_leaf where mark = ?", mark));
        }

        // Then the odds against it are 1024^7
        assertNotEquals(1, places.size());
    }

    /** In the heap too, a filed leaf has nothing that others do not have. */
    @Test
    void rowsOfADayAreWrittenAtOnceInTheOrderOfTheirPlaces() throws SQLException {
        // Given
        file(DAY);
        file(DAY);

        // When
        close(DAY.plusDays(1));

        // Then
        assertEquals(
                List.of(1L),
                numbers("select count(distinct xmin::text) from filing_leaf where day = '2026-12-01' group by day"));
        assertEquals(
                numbers("select place from filing_leaf where day = '2026-12-01' order by place"),
                numbers("select place from filing_leaf where day = '2026-12-01' order by ctid"));
    }

    @Test
    void moreThanFitMakeATreeOfTheNextSize() throws SQLException {
        // Given
        close(DAY.plusDays(1));
        intake.useHandle(handle -> handle.execute("""
                insert into filing_leaf (mark, leaf, day)
                select sha256(n::text::bytea), sha256(n::text::bytea), date '2026-12-02' from generate_series(1, 1025) n
                """));

        // When
        close(DAY.plusDays(2));

        // Then
        assertEquals(List.of(1024L, 2048L), numbers("select leaves from filing_root order by number"));
        assertEquals(2048, number("select count(*) from filing_leaf where day = '2026-12-02'"));
    }

    @Test
    void daysThatWereMissedAreClosedInTheirOrderAndRootsAreChained() throws SQLException {
        // Given
        close(DAY);
        file(DAY.plusDays(2));

        // When
        close(DAY.plusDays(5));

        // Then
        List<Map<String, Object>> roots = roots();
        FilingVerifier.verifyChain(roots);
        assertEquals(
                List.of("2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-05"),
                roots.stream().map(root -> root.get("day")).toList());
        assertEquals(0, number("select count(*) from filing_leaf where place is null"));
    }

    @Test
    void dayIsClosedOnce() throws SQLException {
        // Given
        close(DAY.plusDays(1));
        List<Map<String, Object>> roots = roots();

        // When
        close(DAY.plusDays(1));

        // Then
        assertEquals(roots, roots());
        assertEquals(1024, number("select count(*) from filing_leaf"));
    }

    @Test
    void leafThatComesLateIsInTheNextTree() throws SQLException {
        // Given
        close(DAY.plusDays(1));
        byte[] mark = file(DAY);

        // When
        close(DAY.plusDays(2));

        // Then
        assertEquals(
                1,
                number("select count(*) from filing_leaf where mark = ? and day = '2026-12-02' and place >= 0", mark));
    }

    @Test
    void leavesAreForgottenAfterThirtyDaysAndRootsStay() throws SQLException {
        // Given
        byte[] mark = file(DAY);
        close(DAY.plusDays(1));

        // When
        close(DAY.plusDays(30));
        long before = number("select count(*) from filing_leaf where mark = ?", mark);
        close(DAY.plusDays(31));

        // Then
        assertEquals(1, before);
        assertEquals(0, number("select count(*) from filing_leaf where mark = ?", mark));
        assertEquals(30 * 1024, number("select count(*) from filing_leaf"));
        assertEquals(31, roots().size());
    }

    @Test
    void anotherKeyGoesOnWithTheChain() throws SQLException {
        // Given
        close(DAY.plusDays(1));

        // When
        clock.moveTo(DAY.plusDays(2));
        closing.turn(RootSigner.read(Keys.in(folder).signingKey()));

        // Then
        List<Map<String, Object>> roots = roots();
        FilingVerifier.verifyChain(roots);
        assertNotEquals(roots.get(0).get("publicKey"), roots.get(1).get("publicKey"));
    }

    @Test
    void everyRootIsTold() throws SQLException {
        // When
        close(DAY.plusDays(1));

        // Then
        List<FilingRootSigned> told = accounts.owner()
                .withHandle(handle -> handle.createQuery("select data from outbox order by position")
                        .map((row, context) -> EventJson.read(row.getBytes("data"), FilingRootSigned.class))
                        .list());
        List<Map<String, Object>> roots = roots();
        assertEquals(
                roots,
                told.stream()
                        .map(root -> Map.<String, Object>of(
                                "number", root.number(),
                                "day", root.day().toString(),
                                "leaves", root.leaves(),
                                "root", root.root(),
                                "before", root.before(),
                                "publicKey", root.publicKey(),
                                "signature", root.signature()))
                        .toList());
        assertEquals(1, number("select count(*) from outbox where id = ?", DayClosing.eventId(1)));
        assertEquals(
                0, number("select count(*) from outbox where date_trunc('day', occurred_at, 'UTC') <> occurred_at"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update filing_leaf set place = 1",
                "update filing_leaf set leaf = mark",
                "delete from filing_leaf",
                "insert into filing_leaf (mark, leaf, day, place) select leaf, mark, day, 1 from filing_leaf",
                "insert into filing_root select 99, day, leaves, root, root, root, signature from filing_root",
                "update filing_root set root = before",
                "delete from filing_root"
            })
    void intakeCannotPlaceAndSignNothing(String statement) throws SQLException {
        close(DAY.plusDays(1));

        assertThrows(UnableToExecuteStatementException.class, () -> intake.useHandle(h -> h.execute(statement)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update filing_root set root = before",
                "delete from filing_root",
                "update filing_leaf set leaf = mark"
            })
    void moderationRevisesNothing(String statement) throws SQLException {
        close(DAY.plusDays(1));

        assertThrows(UnableToExecuteStatementException.class, () -> moderation.useHandle(h -> h.execute(statement)));
    }

    @Test
    void chainHasNoBranch() throws SQLException {
        close(DAY.plusDays(1));

        assertThrows(
                UnableToExecuteStatementException.class,
                () -> moderation.useHandle(handle -> handle.execute(
                        "insert into filing_root select 99, day + 9, leaves, root, before, public_key, signature"
                                + " from filing_root")));
    }

    private void close(LocalDate today) throws SQLException {
        clock.moveTo(today);
        closing.turn(signer);
    }

    private byte[] file(LocalDate day) {
        byte[] mark = random();
        byte[] leaf = random();
        intake.useHandle(handle ->
                handle.execute("insert into filing_leaf (mark, leaf, day) values (?, ?, ?)", mark, leaf, day));
        byte[] kept = intake.withHandle(handle -> handle.select("select leaf from filing_leaf where mark = ?", mark)
                .mapTo(byte[].class)
                .one());
        assertArrayEquals(leaf, kept);
        return mark;
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** As the public route shows them. */
    private List<Map<String, Object>> roots() {
        return intake.withHandle(handle -> new ArrayList<>(handle.createQuery("""
                        select number, day, leaves, encode(root, 'hex') as root, encode(before, 'hex') as before,
                            encode(public_key, 'hex') as public_key, encode(signature, 'hex') as signature
                        from filing_root
                        order by number
                        """)
                .map((row, context) -> Map.<String, Object>of(
                        "number", row.getInt("number"),
                        "day", row.getObject("day", LocalDate.class).toString(),
                        "leaves", row.getInt("leaves"),
                        "root", row.getString("root"),
                        "before", row.getString("before"),
                        "publicKey", row.getString("public_key"),
                        "signature", row.getString("signature")))
                .list()));
    }

    private long number(String sql, Object... parameters) {
        return accounts.owner()
                .withHandle(handle ->
                        handle.select(sql, parameters).mapTo(Long.class).one());
    }

    private List<Long> numbers(String sql) {
        return accounts.owner()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).list());
    }
}
