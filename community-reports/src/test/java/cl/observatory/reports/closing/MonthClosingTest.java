package cl.observatory.reports.closing;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.signal.SignalsClosed;
import cl.observatory.reports.Caller;
import cl.observatory.reports.Servers;
import cl.observatory.reports.Store;
import cl.observatory.reports.Topic;
import cl.observatory.reports.custody.Custody;
import cl.observatory.reports.guidance.Category;
import cl.observatory.reports.guidance.Guidance;
import cl.observatory.reports.sealing.Epoch;
import cl.observatory.reports.sealing.Purpose;
import cl.observatory.reports.tally.Fact;
import cl.observatory.reports.tally.Tallies;
import cl.observatory.reports.territory.Communes;
import cl.observatory.reports.transparency.Transparency;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ends of months. */
@QuarkusTest
@WithTestResource(Servers.class)
class MonthClosingTest {

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

    /** Of that many, noise of ε 1 takes no more than twenty away but once in 100 million cases. */
    private static final int MANY = 40;

    @Inject
    MonthClosing closing;

    @Inject
    Tallies tallies;

    @Inject
    Transparency transparency;

    @Inject
    Custody custody;

    @Inject
    Guidance guidance;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void begin() {
        Communes.publish();
        List.of("transparency_rejection", "transparency_month", "signal_ledger", "month_tally", "received", "outbox")
                .forEach(table -> Store.update("delete from " + table));
    }

    @Test
    void monthIsClosedAWeekAfterItsEndWithEveryCategory() {
        // Given
        on(LocalDate.of(2026, 8, 20));
        count(Collections.nCopies(MANY, new Fact.Valid("EXTORTION", "13101")));

        // When it is a day too early
        on(LocalDate.of(2026, 9, 7));
        closing.turn();
        assertEquals(0, Store.number("select count(*) from signal_ledger"));
        assertEquals(List.of(AUGUST, SEPTEMBER), tallied());

        // and then is not
        on(LocalDate.of(2026, 9, 8));
        closing.turn();

        // Then
        assertEquals(categories(), spent(AUGUST));
        assertEquals(List.of(SEPTEMBER), tallied());
        List<SignalsClosed> told = told(AUGUST);
        assertEquals(categories(), told.stream().map(SignalsClosed::category).collect(Collectors.toSet()));
        SignalsClosed extortion = told.stream()
                .filter(closed -> closed.category().equals("EXTORTION"))
                .findFirst()
                .orElseThrow();
        assertEquals(LocalDate.of(2026, 9, 8), extortion.closedOn());
        assertTrue(extortion.communes().stream()
                .anyMatch(commune -> commune.code().equals("13101")
                        && commune.atLeast() >= MANY - 20
                        && commune.atLeast() <= MANY + 20
                        && commune.atLeast() % 5 == 0));
    }

    @Test
    void closedMonthIsToldOnceAndNeverRevised() {
        // Given
        on(LocalDate.of(2026, 8, 20));
        closing.turn();
        on(LocalDate.of(2026, 9, 8));
        closing.turn();
        List<SignalsClosed> told = told(AUGUST);

        // When much is found valid later, and closing is looked for again
        count(Collections.nCopies(MANY, new Fact.Valid("EXTORTION", "13101")));
        closing.turn();
        on(LocalDate.of(2026, 9, 20));
        closing.turn();

        // Then
        assertEquals(told, told(AUGUST));
        assertEquals(categories().size(), Store.number("select count(*) from outbox"));
        for (String change : List.of(
                "update signal_ledger set epsilon = 9",
                "delete from signal_ledger",
                "update transparency_month set received = 500",
                "delete from transparency_month")) {
            assertThrows(
                    UnableToExecuteStatementException.class,
                    () -> jdbi.useHandle(handle -> handle.execute(change)),
                    change);
        }
    }

    @Test
    void monthsInWhichNothingRanAreClosedLikeAnyOther() {
        // Given
        on(LocalDate.of(2026, 6, 20));
        closing.turn();

        // When nobody looks until September
        on(LocalDate.of(2026, 9, 20));
        closing.turn();

        // Then
        for (int month = 6; month <= 8; month++) {
            assertEquals(categories(), spent(YearMonth.of(2026, month)));
        }
        assertEquals(List.of(SEPTEMBER), tallied());
    }

    @Test
    void monthThatCannotBeToldIsNotClosedAndNothingOfItIsLost() {
        // Given an event in the way
        on(LocalDate.of(2026, 8, 20));
        count(Collections.nCopies(MANY, new Fact.Valid("EXTORTION", "13101")));
        String last = guidance.categories().getLast().code();
        Store.update(
                """
                insert into outbox (id, topic, source, type, subject, occurred_at, encoding, data, sent_at)
                values (?, 'none', '/test', 'none', 'none', now(), 'IDENTITY', '', now())
                """,
                UUID.nameUUIDFromBytes(
                        (SignalsClosed.TYPE + " " + last + " " + AUGUST).getBytes(StandardCharsets.UTF_8)));

        // When
        on(LocalDate.of(2026, 9, 8));
        closing.turn();

        // Then
        assertEquals(0, Store.number("select count(*) from signal_ledger"));
        assertEquals(0, Store.number("select count(*) from transparency_month"));
        assertEquals(List.of(AUGUST, SEPTEMBER), tallied());
        Store.update("delete from outbox");
        closing.turn();
        assertTrue(told(AUGUST).stream()
                .anyMatch(closed -> closed.category().equals("EXTORTION")
                        && !closed.communes().isEmpty()));
    }

    @Test
    void tallyTellsNothingButThatADecisionWasMade() {
        // Given
        on(LocalDate.of(2026, 8, 20));
        count(List.of(new Fact.Decided(3), new Fact.Valid("EXTORTION", "13101")));
        byte[] counted = sealed();

        // When a report is decided about that is not counted
        count(List.of(new Fact.Decided(3)));

        // Then
        byte[] notCounted = sealed();
        assertEquals(Purpose.TALLY.sealedSize(), counted.length);
        assertEquals(Purpose.TALLY.sealedSize(), notCounted.length);
        assertNotEquals(text(counted), text(notCounted));
        for (byte[] each : List.of(counted, notCounted)) {
            assertTrue(!text(each).contains("EXTORTION") && !text(each).contains("13101"));
        }
    }

    @Test
    void tallyDoesNotDieWithTheKeyOfTheWeekInWhichItWasMade() {
        // Given
        on(LocalDate.of(2026, 8, 3));
        closing.turn();
        assertEquals(Epoch.of(LocalDate.of(2026, 8, 3)).number(), Store.number("select epoch from month_tally"));

        // When
        on(LocalDate.of(2026, 8, 31));
        closing.turn();

        // Then
        assertEquals(Epoch.of(LocalDate.of(2026, 8, 31)).number(), Store.number("select epoch from month_tally"));
    }

    @Test
    void transparencyIsToldOfClosedMonthsAloneAndFloored() {
        // Given
        on(LocalDate.of(2026, 8, 20));
        jdbi.useTransaction(handle -> {
            for (int report = 0; report < 12; report++) {
                handle.execute("insert into received (month) values (?)", transparency.month());
            }
        });
        count(Collections.nCopies(7, new Fact.Rejected("SPAM")));
        count(Collections.nCopies(4, new Fact.Rejected("TEST")));
        count(Collections.nCopies(6, new Fact.Decided(2)));
        count(Collections.nCopies(9, new Fact.Opened()));

        // When
        on(LocalDate.of(2026, 9, 7));
        closing.turn();
        Caller.anybody().get("/v1/transparency").then().statusCode(200).body("items", hasSize(0));
        on(LocalDate.of(2026, 10, 8));
        closing.turn();

        // Then
        Caller.anybody()
                .get("/v1/transparency")
                .then()
                .statusCode(200)
                .body("floor", equalTo(5))
                .body("items.month", contains("2026-09", "2026-08"))
                .body("items[1].received", equalTo(10))
                .body("items[1].rejected.reason", contains("SPAM"))
                .body("items[1].rejected.reports", contains(5))
                .body("items[1].decided", equalTo(5))
                .body("items[1].medianDaysToDecision", equalTo(2))
                .body("items[1].opened", equalTo(5))
                .body("items[0].received", equalTo(0))
                .body("items[0]", not(hasKey("medianDaysToDecision")));
        assertEquals(0, Store.number("select count(*) from received"));
    }

    /** A day in Chile, with the keys of its weeks. */
    private void on(LocalDate day) {
        QuarkusMock.installMockForType(
                Clock.fixed(
                        day.atTime(LocalTime.NOON)
                                .atOffset(ZoneOffset.ofHours(-3))
                                .toInstant(),
                        ZoneOffset.UTC),
                Clock.class);
        custody.round();
    }

    private void count(List<? extends Fact> facts) {
        jdbi.useTransaction(handle -> tallies.add(handle, facts.toArray(Fact[]::new)));
    }

    private static byte[] sealed() {
        return Store.query("select sealed from month_tally", row -> row.getBytes(1))
                .getFirst();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static List<YearMonth> tallied() {
        return Store.query(
                "select month from month_tally order by month",
                row -> YearMonth.from(row.getObject(1, LocalDate.class)));
    }

    private static Set<String> spent(YearMonth month) {
        return Set.copyOf(Store.query(
                "select category from signal_ledger where month = ? and epsilon = 1.0 and method = 1 and band = 5",
                row -> row.getString(1),
                month.atDay(1)));
    }

    private Set<String> categories() {
        return guidance.categories().stream().map(Category::code).collect(Collectors.toSet());
    }

    /** What the topic tells of a month since this test began, once everything was sent. */
    private static List<SignalsClosed> told(YearMonth month) {
        await().until(() -> Store.number("select count(*) from outbox where sent_at is null") == 0);
        Set<String> sent = Set.copyOf(Store.query("select data from outbox", row -> text(row.getBytes(1))));
        return Topic.read(Topics.COMMUNITY).stream()
                .filter(record -> sent.contains(text(record.value())))
                .map(record -> Event.read(record.headers(), record.value()))
                .filter(event -> event.type().equals(SignalsClosed.TYPE))
                .map(event -> event.data(SignalsClosed.class))
                .filter(closed -> closed.month().equals(month.toString()))
                .distinct()
                .toList();
    }
}
