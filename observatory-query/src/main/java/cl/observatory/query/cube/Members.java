package cl.observatory.query.cube;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The table of memberships, by member: what cells of a code are cells of. Those that hold on a condition are left out. */
record Members(Map<String, List<Member>> byMember, Set<String> codes) {

    private static final String READ = """
            select code, member, from_day, until_day, coalesce(weight, 1) as weight, same_level
            from membership where unless_told is null
            """;

    /**
     * @param from first day of the division
     * @param until first day on which it no longer held
     * @param isSameLevel whether it is a territory of the member's own level
     */
    record Member(String code, LocalDate from, LocalDate until, double weight, boolean isSameLevel) {

        boolean holdsOn(LocalDate day) {
            return !from.isAfter(day) && until.isAfter(day);
        }
    }

    static Members read(Jdbi jdbi) {
        Map<String, List<Member>> byMember = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(READ)
                .map((row, context) -> byMember.computeIfAbsent(row.getString("member"), any -> new ArrayList<>())
                        .add(new Member(
                                row.getString("code"),
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("until_day", LocalDate.class),
                                row.getDouble("weight"),
                                row.getBoolean("same_level"))))
                .list());
        Set<String> codes = byMember.values().stream()
                .flatMap(List::stream)
                .map(Member::code)
                .collect(Collectors.toSet());
        return new Members(byMember, codes);
    }

    /** What a place is part of, itself included, in every division. */
    List<Member> of(String place) {
        return byMember.getOrDefault(place, List.of());
    }

    /** What a place is in the division of a day; several when it was divided. */
    List<String> homes(String place, LocalDate day) {
        return of(place).stream()
                .filter(member -> member.isSameLevel() && member.holdsOn(day))
                .map(Member::code)
                .toList();
    }
}
