package cl.observatory.query.signal;

import cl.observatory.events.Labels;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.territory.TerritoryLevel;
import cl.observatory.query.time.PeriodRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/**
 * What readers can know of community signals. A commune's month of one category is its band; everything larger, in territory,
 * time or category, is the sum of the lower ends of such bands, and of nothing else.
 */
@ApplicationScoped
public class Signals {

    private static final String CATEGORIES = """
            select distinct on (category) category, label_es, label_en, group_code, group_es, group_en
            from signal_month where closed_on <= :knownOn order by category, month desc
            """;

    private static final String MONTHS = """
            select category, month, method, epsilon, greatest(band, 5) as band, closed_on from signal_month
            where month >= :from and month < :until and closed_on <= :knownOn order by category, month
            """;

    private static final String BANDS = """
            select category, month, ancestor as territory, sum(at_least) as at_least, count(*) as bands
            from told_signal join ancestry on ancestry.code = told_signal.commune
            where ancestor = any (:territories) and month >= :from and month < :until and closed_on <= :knownOn
            group by category, month, ancestor
            """;

    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    private final Jdbi jdbi;
    private final Territories territories;

    Signals(Jdbi jdbi, Territories territories) {
        this.jdbi = jdbi;
        this.territories = territories;
    }

    private record Place(String category, LocalDate month, String territory) {}

    private record Sum(long atLeast, int bands) {}

    /**
     * @param signals by territory, category and period, in that order; periods of which no month was closed are not there
     * @param months that were closed, of the categories asked for
     * @param unknown codes of categories that nothing was ever told of
     */
    record Answer(List<Signal> signals, List<ClosedMonth> months, List<String> unknown) {}

    /** Categories and groups by their codes, those categories first that bear the code of a group too. */
    Map<String, SignalCategory> categories(LocalDate knownOn) {
        Map<String, SignalCategory> categories = new TreeMap<>();
        Map<String, SignalCategory> groups = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery(CATEGORIES)
                .bind("knownOn", knownOn == null ? EVER : knownOn)
                .map((row, context) -> {
                    String code = row.getString("category");
                    String group = row.getString("group_code");
                    SignalCategory joined = groups.get(group);
                    List<String> members = new ArrayList<>(joined == null ? List.of() : joined.members());
                    members.add(code);
                    groups.put(
                            group,
                            new SignalCategory(
                                    group,
                                    new Labels(row.getString("group_es"), row.getString("group_en")),
                                    SignalCategory.Kind.group,
                                    null,
                                    List.copyOf(members)));
                    return new SignalCategory(
                            code,
                            new Labels(row.getString("label_es"), row.getString("label_en")),
                            SignalCategory.Kind.category,
                            group,
                            List.of(code));
                })
                .forEach(category -> categories.put(category.code(), category)));
        groups.forEach(categories::putIfAbsent);
        return categories;
    }

    /** How many values the answer to a question can have. */
    long values(SignalQuestion question) {
        return (long) question.territories().size()
                * question.period().periods().size()
                * asked(question, categories(question.knownOn())).size();
    }

    private static List<SignalCategory> asked(SignalQuestion question, Map<String, SignalCategory> known) {
        return question.categories().isEmpty()
                ? known.values().stream()
                        .filter(category -> category.kind() == SignalCategory.Kind.category)
                        .toList()
                : question.categories().stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .toList();
    }

    Answer answer(SignalQuestion question) {
        Map<String, SignalCategory> known = categories(question.knownOn());
        List<SignalCategory> asked = asked(question, known);
        List<String> members = asked.stream()
                .flatMap(category -> category.members().stream())
                .distinct()
                .toList();
        List<ClosedMonth> months = months(question).stream()
                .filter(month -> members.contains(month.category()))
                .toList();
        Map<String, NavigableMap<LocalDate, ClosedMonth>> closed = new HashMap<>();
        months.forEach(month ->
                closed.computeIfAbsent(month.category(), any -> new TreeMap<>()).put(month.month(), month));
        Map<Place, Sum> sums = sums(question);
        List<Signal> signals = new ArrayList<>();
        for (Territory territory : territories.find(question.territories())) {
            for (SignalCategory category : asked) {
                for (Period period : question.period().periods()) {
                    signal(category, territory, period, closed, sums).ifPresent(signals::add);
                }
            }
        }
        return new Answer(
                signals,
                months,
                question.categories().stream()
                        .filter(code -> !known.containsKey(code))
                        .toList());
    }

    /** What the newest month says that was closed, of each category; nothing when none was. */
    public List<SignalView> latest(Territory territory, LocalDate knownOn) {
        return jdbi
                .withHandle(
                        handle -> handle.createQuery("select max(month) from signal_month where closed_on <= :knownOn")
                                .bind("knownOn", knownOn == null ? EVER : knownOn)
                                .mapTo(LocalDate.class)
                                .findOne())
                .map(month -> Period.containing(Frequency.M, month))
                .map(month -> answer(new SignalQuestion(
                                List.of(territory.code()), List.of(), new PeriodRange(month, month), knownOn))
                        .signals())
                .orElse(List.of())
                .stream()
                .map(SignalView::of)
                .toList();
    }

    private static Optional<Signal> signal(
            SignalCategory category,
            Territory territory,
            Period period,
            Map<String, NavigableMap<LocalDate, ClosedMonth>> months,
            Map<Place, Sum> sums) {
        List<ClosedMonth> closed = category.members().stream()
                .filter(months::containsKey)
                .flatMap(member ->
                        months.get(member).subMap(period.start(), period.plus(1).start()).values().stream())
                .toList();
        if (closed.isEmpty()) {
            return Optional.empty();
        }
        List<Sum> told = closed.stream()
                .map(month -> sums.get(new Place(month.category(), month.month(), territory.code())))
                .filter(Objects::nonNull)
                .toList();
        boolean isCell = category.kind() == SignalCategory.Kind.category
                && territory.level() == TerritoryLevel.commune
                && period.frequency() == Frequency.M;
        return Optional.of(new Signal(
                category,
                territory,
                period,
                told.isEmpty() ? null : told.stream().mapToLong(Sum::atLeast).sum(),
                isCell ? closed.getFirst().band() : 0,
                (int) closed.stream().map(ClosedMonth::month).distinct().count(),
                told.stream().mapToInt(Sum::bands).sum()));
    }

    private List<ClosedMonth> months(SignalQuestion question) {
        return jdbi.withHandle(handle -> handle.createQuery(MONTHS)
                .bind("from", question.period().first().start())
                .bind("until", question.period().last().plus(1).start())
                .bind("knownOn", question.knownOn() == null ? EVER : question.knownOn())
                .map((row, context) -> new ClosedMonth(
                        row.getString("category"),
                        row.getObject("month", LocalDate.class),
                        row.getInt("method"),
                        row.getBigDecimal("epsilon"),
                        row.getInt("band"),
                        row.getObject("closed_on", LocalDate.class)))
                .list());
    }

    private Map<Place, Sum> sums(SignalQuestion question) {
        Map<Place, Sum> sums = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(BANDS)
                .bindArray("territories", String.class, question.territories())
                .bind("from", question.period().first().start())
                .bind("until", question.period().last().plus(1).start())
                .bind("knownOn", question.knownOn() == null ? EVER : question.knownOn())
                .map((row, context) -> {
                    sums.put(
                            new Place(
                                    row.getString("category"),
                                    row.getObject("month", LocalDate.class),
                                    row.getString("territory")),
                            new Sum(row.getLong("at_least"), row.getInt("bands")));
                    return row.getString("category");
                })
                .list());
        return sums;
    }
}
