package cl.observatory.reports.tally;

import cl.observatory.reports.custody.Opener;
import cl.observatory.reports.sealing.Purpose;
import cl.observatory.reports.sealing.Sealed;
import cl.observatory.reports.sealing.Sealer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The tallies of the months that are not closed yet, each a row of its own, sealed as a whole to the key of the current week.
 * Only the role that moderates can change one, since that takes opening it.
 *
 * <pre>
 *  (none) ── add, or a new month ──▶ open ── add, sealAnew ──▶ open ── take, when the month is closed ──▶ forgotten
 * </pre>
 */
@ApplicationScoped
public class Tallies {

    private static final ZoneId CHILE = ZoneId.of("America/Santiago");

    private final Jdbi jdbi;
    private final Clock clock;
    private final Sealer sealer;
    private final Opener opener;

    Tallies(Jdbi jdbi, Clock clock, Sealer sealer, Opener opener) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.sealer = sealer;
        this.opener = opener;
    }

    private record Row(UUID id, Tally tally) {}

    /**
     * Counts in the current month, in the transaction of what is counted. Whoever decides calls it once for each decision, with
     * all that is to be counted: with a valid report that is not to be counted there is one {@link Fact} less, and the row
     * changes all the same, so that it does not tell.
     */
    public void add(Handle handle, Fact... facts) {
        change(handle, month(), tally -> {
            Tally more = tally;
            for (Fact fact : facts) {
                more = more.plus(fact);
            }
            return more;
        });
    }

    /** Takes the tally of a month away for good, in the transaction that closes the month. A month that has none gets an empty one. */
    public Tally take(Handle handle, YearMonth month) {
        Tally tally = find(handle, month).map(Row::tally).orElse(Tally.EMPTY);
        handle.execute("delete from month_tally where month = ?", month.atDay(1));
        return tally;
    }

    /**
     * The months that are not closed, in their order, up to the current one. There is one for each, so that a month in which
     * nothing happened is closed like any other.
     *
     * @param lastClosed empty when none was ever closed
     */
    public List<YearMonth> open(Optional<YearMonth> lastClosed) {
        YearMonth current = month();
        YearMonth first = lastClosed
                .map(closed -> closed.plusMonths(1))
                .or(() -> jdbi.withHandle(
                                handle -> handle.createQuery("select month from month_tally order by month limit 1")
                                        .mapTo(LocalDate.class)
                                        .findOne())
                        .map(YearMonth::from))
                .orElse(current);
        return Stream.iterate(first, month -> !month.isAfter(current), month -> month.plusMonths(1))
                .toList();
    }

    /** Seals the tally of a month, or an empty one, to the key of this week, so that none dies with a key. */
    public void sealAnew(YearMonth month) {
        jdbi.useTransaction(handle -> change(handle, month, UnaryOperator.identity()));
    }

    private void change(Handle handle, YearMonth month, UnaryOperator<Tally> change) {
        Row row = find(handle, month).orElseGet(() -> {
            UUID id = UUID.randomUUID();
            Sealed nothing = sealer.seal(Tally.EMPTY.packed(), Purpose.TALLY, id);
            handle.createUpdate("""
                            insert into month_tally (month, id, epoch, sealed) values (:month, :id, :epoch, :sealed)
                            on conflict (month) do nothing
                            """)
                    .bind("month", month.atDay(1))
                    .bind("id", id)
                    .bind("epoch", nothing.epoch())
                    .bind("sealed", nothing.bytes())
                    .execute();
            return find(handle, month).orElseThrow();
        });
        Sealed changed = sealer.seal(change.apply(row.tally()).packed(), Purpose.TALLY, row.id());
        handle.createUpdate("update month_tally set epoch = :epoch, sealed = :sealed where month = :month")
                .bind("month", month.atDay(1))
                .bind("epoch", changed.epoch())
                .bind("sealed", changed.bytes())
                .execute();
    }

    /** Opened, and locked until the end of the transaction. */
    private Optional<Row> find(Handle handle, YearMonth month) {
        return handle.createQuery("select id, epoch, sealed from month_tally where month = :month for update")
                .bind("month", month.atDay(1))
                .map((row, _) -> {
                    UUID id = row.getObject("id", UUID.class);
                    byte[] packed = opener.open(Purpose.TALLY, id, row.getInt("epoch"), row.getBytes("sealed"));
                    return new Row(id, Tally.unpacked(packed));
                })
                .findOne();
    }

    private YearMonth month() {
        return YearMonth.from(clock.instant().atZone(CHILE));
    }
}
