package cl.observatory.query.cube;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * The table of memberships, by territory: what it is made of. Those that hold on a condition are left out.
 *
 * @param byCode in every division, each territory among its own
 */
record Members(Map<String, List<Member>> byCode) {

    private static final String READ = """
            select code, member, from_day, until_day, coalesce(weight, 1) as weight, same_level
            from membership where unless_told is null
            """;

    /**
     * A place whose cells are cells of a territory.
     *
     * @param from first day of the division
     * @param until first day on which it no longer held
     * @param isSameLevel whether the territory is one of the place's own level
     */
    record Member(String place, LocalDate from, LocalDate until, double weight, boolean isSameLevel) {

        boolean holdsOn(LocalDate day) {
            return !from.isAfter(day) && until.isAfter(day);
        }
    }

    static Members read(Jdbi jdbi) {
        return new Members(jdbi.withHandle(handle -> handle.createQuery(READ)
                .map((row, context) -> Map.entry(
                        row.getString("code"),
                        new Member(
                                row.getString("member"),
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("until_day", LocalDate.class),
                                row.getDouble("weight"),
                                row.getBoolean("same_level"))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        HashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())))));
    }

    Set<String> codes() {
        return byCode.keySet();
    }

    /** What a territory is made of, itself included, in every division. */
    List<Member> of(String code) {
        return byCode.getOrDefault(code, List.of());
    }

    /** All places that any of the territories is made of in any division. */
    Set<String> places(Collection<String> codes) {
        Set<String> places = new HashSet<>();
        codes.forEach(code -> of(code).forEach(member -> places.add(member.place())));
        return places;
    }

    /** The places that are this one in the division of a day: itself, and those it was made of. */
    List<String> forms(String place, LocalDate day) {
        return of(place).stream()
                .filter(member -> member.isSameLevel() && member.holdsOn(day))
                .map(Member::place)
                .toList();
    }
}
