package cl.observatory.query.territory;

import cl.observatory.events.Labels;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.memory.Generation;
import cl.observatory.query.memory.Memory;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The territories that readers can ask for. */
@ApplicationScoped
public class Territories {

    /** A code that may exist: country, region, province or commune. */
    public static final Pattern CODE = Pattern.compile("CL|[0-9]{2}|[0-9]{3}|[0-9]{5}");

    private static final String CHANGES = """
            select distinct code, day
            from membership cross join lateral (values (from_day), (until_day)) as bound (day)
            join territory using (code)
            where coalesce(valid_from < day, true) and coalesce(valid_to > day, true)
              and day > date '0001-01-01' and day < date '9999-12-31' and day <= current_date
            order by day, code
            """;

    /** Of the table of all, and of parts of it; each is small. */
    private static final int REMEMBERED = 500;

    private final Jdbi jdbi;
    private final Memory<Object, List<Territory>> lists;
    private final Memory<Object, List<Change>> changes;

    Territories(Jdbi jdbi, Generation generation) {
        this.jdbi = jdbi;
        this.lists = new Memory<>(generation, REMEMBERED);
        this.changes = new Memory<>(generation, 1);
    }

    private record Within(String code, TerritoryLevel level, LocalDate validAt) {}

    /**
     * A territory.
     *
     * @param position place in the geographic order, north to south
     * @param validTo first day on which it no longer holds, null when it still does
     */
    public record Territory(
            String code,
            TerritoryLevel level,
            String parent,
            Labels labels,
            int position,
            String iso,
            LocalDate validFrom,
            LocalDate validTo) {

        public boolean holdsOn(LocalDate day) {
            return (validFrom == null || !validFrom.isAfter(day)) && (validTo == null || validTo.isAfter(day));
        }
    }

    /**
     * A territory passed people on to another.
     *
     * @param weight share of the people, in (0, 1]; null when unknown
     * @param verifiedAt when that was last checked against its source, null when never
     */
    record Succession(
            String from, String to, LocalDate effectiveOn, BigDecimal weight, String basis, LocalDate verifiedAt) {}

    static List<Territory> all(Handle handle) {
        return handle.createQuery("select * from territory order by position")
                .map((row, context) -> territory(row))
                .list();
    }

    /** In the order of time. */
    static List<Succession> successions(Handle handle) {
        return handle.createQuery("select * from succession order by effective_on, from_code, to_code")
                .map((row, context) -> new Succession(
                        row.getString("from_code"),
                        row.getString("to_code"),
                        row.getObject("effective_on", LocalDate.class),
                        row.getBigDecimal("weight"),
                        row.getString("basis"),
                        row.getObject("verified_at", LocalDate.class)))
                .list();
    }

    /** A day on which territories are valid; empty when it is none. */
    public static Optional<LocalDate> day(String text) {
        try {
            return Character.isDigit(text.charAt(0)) ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException | IndexOutOfBoundsException malformed) {
            return Optional.empty();
        }
    }

    /** Those of the codes that exist, in geographic order. */
    public List<Territory> find(Collection<String> codes) {
        Set<String> asked = Set.copyOf(codes);
        return lists.get("all", any -> jdbi.withHandle(Territories::all)).stream()
                .filter(territory -> asked.contains(territory.code()))
                .toList();
    }

    /**
     * @throws ProblemException when there is none of that code
     */
    public Territory get(String code) {
        return find(List.of(code)).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(QueryProblem.UNKNOWN_TERRITORY, code));
    }

    /**
     * The territories of a level within another one, itself included, in geographic order.
     *
     * @param level null for every level
     * @param validAt day on which they are valid, null for past ones too
     */
    public List<Territory> within(String code, TerritoryLevel level, LocalDate validAt) {
        return lists.get(new Within(code, level, validAt), any -> read(code, level, validAt));
    }

    private List<Territory> read(String code, TerritoryLevel level, LocalDate validAt) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select territory.* from territory join ancestry using (code)
                        where ancestor = :within and (:level::text is null or level = :level)
                          and coalesce(valid_from <= :validAt::date, true) and coalesce(valid_to > :validAt::date, true)
                        order by position
                        """)
                .bind("within", code)
                .bind("level", level == null ? null : level.name())
                .bind("validAt", validAt)
                .map((row, context) -> territory(row))
                .list());
    }

    /** The successions that a territory has a part in, by its code and in the order of time. */
    Map<String, List<Succession>> successions() {
        Map<String, List<Succession>> successions = new HashMap<>();
        jdbi.useHandle(handle -> successions(handle)
                .forEach(succession -> Stream.of(succession.from(), succession.to())
                        .forEach(code -> successions
                                .computeIfAbsent(code, any -> new ArrayList<>())
                                .add(succession))));
        return successions;
    }

    /**
     * A territory is made of other people than before.
     *
     * @param day the first on which it is
     */
    public record Change(String code, LocalDate day) {}

    /** Of territories that were there before and after, in the order of time. */
    public List<Change> changes(List<String> codes) {
        Set<String> asked = Set.copyOf(codes);
        return changes.get("all", any -> readChanges()).stream()
                .filter(change -> asked.contains(change.code()))
                .toList();
    }

    private List<Change> readChanges() {
        return jdbi.withHandle(handle -> handle.createQuery(CHANGES)
                .map((row, context) -> new Change(row.getString("code"), row.getObject("day", LocalDate.class)))
                .list());
    }

    private static Territory territory(ResultSet row) throws SQLException {
        return new Territory(
                row.getString("code"),
                TerritoryLevel.valueOf(row.getString("level")),
                row.getString("parent"),
                new Labels(row.getString("label_es"), row.getString("label_en")),
                row.getInt("position"),
                row.getString("iso"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
