package cl.observatory.reports.transparency;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The figures of each month. What came in is counted by whoever takes it, month by month and by nothing else; what moderators did
 * is in the tally until the month is closed. Then both are floored, and nothing else of them is kept.
 */
@ApplicationScoped
public class Transparency {

    private static final ZoneId CHILE = ZoneId.of("America/Santiago");

    private static final String MONTH = """
            insert into transparency_month (month, closed_on, received, decided, median_days, opened)
            values (:month, :closedOn, :received, :decided, :medianDays, :opened)
            """;

    private static final String REJECTION =
            "insert into transparency_rejection (month, reason, rejected) values (:month, :reason, :rejected)";

    private final Jdbi jdbi;
    private final Clock clock;

    Transparency(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The first day of the month in Chile, under which a report that comes in now is counted in {@code received}. */
    public LocalDate month() {
        return YearMonth.from(clock.instant().atZone(CHILE)).atDay(1);
    }

    /** Closes a month, in the transaction that forgets its tally. */
    public void close(Handle handle, YearMonth month, Handled handled, LocalDate today) {
        int received = handle.createUpdate("delete from received where month = :month")
                .bind("month", month.atDay(1))
                .execute();
        Figures figures = Figures.of(received, handled);
        handle.createUpdate(MONTH)
                .bind("month", month.atDay(1))
                .bind("closedOn", today)
                .bind("received", figures.received())
                .bind("decided", figures.decided())
                .bind("medianDays", figures.medianDays())
                .bind("opened", figures.opened())
                .execute();
        figures.rejected()
                .forEach((reason, rejected) -> handle.createUpdate(REJECTION)
                        .bind("month", month.atDay(1))
                        .bind("reason", reason)
                        .bind("rejected", rejected)
                        .execute());
    }

    /** A closed month as it is told. */
    record ClosedMonth(YearMonth month, LocalDate closedOn, Figures figures) {}

    /** The newest first. */
    List<ClosedMonth> closedMonths() {
        return jdbi.inTransaction(handle -> {
            Map<LocalDate, Map<String, Integer>> rejected = new HashMap<>();
            handle.createQuery("select month, reason, rejected from transparency_rejection")
                    .map((row, _) -> rejected.computeIfAbsent(
                                    row.getObject("month", LocalDate.class), any -> new TreeMap<>())
                            .put(row.getString("reason"), row.getInt("rejected")))
                    .list();
            return handle.createQuery("select * from transparency_month order by month desc")
                    .map((row, _) -> new ClosedMonth(
                            YearMonth.from(row.getObject("month", LocalDate.class)),
                            row.getObject("closed_on", LocalDate.class),
                            new Figures(
                                    row.getInt("received"),
                                    rejected.getOrDefault(row.getObject("month", LocalDate.class), Map.of()),
                                    row.getInt("decided"),
                                    row.getObject("median_days", Integer.class),
                                    row.getInt("opened"))))
                    .list();
        });
    }

    /** Whether a month was closed, as the transaction sees it. */
    public boolean isClosed(Handle handle, YearMonth month) {
        return handle.createQuery("select exists (select from transparency_month where month = :month)")
                .bind("month", month.atDay(1))
                .mapTo(Boolean.class)
                .one();
    }

    /** The newest month that was closed; empty when none was. */
    public Optional<YearMonth> lastClosed() {
        return jdbi.withHandle(
                        handle -> handle.createQuery("select month from transparency_month order by month desc limit 1")
                                .mapTo(LocalDate.class)
                                .findOne())
                .map(YearMonth::from);
    }
}
