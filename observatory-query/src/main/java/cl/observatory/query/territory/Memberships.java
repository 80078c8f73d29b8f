package cl.observatory.query.territory;

import cl.observatory.query.territory.Divided.Share;
import cl.observatory.query.territory.Territories.Succession;
import cl.observatory.query.territory.Territories.Territory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which cells each territory is made of, in every division that there was. A pure function of the table of territories
 * and successions.
 */
final class Memberships {

    private final Map<String, Territory> territories;
    private final Divided divided;
    private final List<LocalDate> changes;
    private final Map<List<String>, List<Membership>> found = new LinkedHashMap<>();
    private final List<Moved> moved = new ArrayList<>();

    /** A territory and a member whose cells are its own by the code and not in a division, or the other way round. */
    record Moved(String code, String member, LocalDate from, LocalDate until) {}

    Memberships(List<Territory> territories, List<Succession> successions) {
        this.territories = territories.stream()
                .collect(Collectors.toMap(
                        Territory::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        this.divided = new Divided(territories, successions);
        this.changes = List.copyOf(
                successions.stream().map(Succession::effectiveOn).collect(Collectors.toCollection(TreeSet::new)));
        for (int place = 0; place <= changes.size(); place++) {
            LocalDate from = place == 0 ? Membership.FIRST : changes.get(place - 1);
            LocalDate until = place == changes.size() ? Membership.END : changes.get(place);
            territories.forEach(member -> add(member.code(), from, until));
        }
    }

    List<Membership> all() {
        return found.values().stream().flatMap(List::stream).toList();
    }

    List<Moved> moved() {
        return moved;
    }

    private void add(String member, LocalDate from, LocalDate until) {
        Set<String> byCode = line(member);
        Set<String> differing = new TreeSet<>(byCode);
        List<Share> shares = divided.shares(member, until.minusDays(1));
        Set<String> holders = shares.stream()
                .flatMap(share -> line(share.code()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        for (String code : holders) {
            List<Share> parts = parts(code, shares);
            parts.forEach(part -> add(new Membership(code, member, from, until, part.weight(), part.unlessTold())));
            if (parts.stream().allMatch(Share::isWhole) && byCode.contains(code)) {
                differing.remove(code);
            } else {
                differing.add(code);
            }
        }
        differing.forEach(code -> moved.add(new Moved(code, member, from, until)));
    }

    /** The shares of all that a territory holds, by the condition that they hold under; none that come to nothing. */
    private List<Share> parts(String code, List<Share> shares) {
        Map<Optional<String>, List<Share>> byCondition = new LinkedHashMap<>();
        shares.forEach(share -> byCondition
                .computeIfAbsent(Optional.ofNullable(share.unlessTold()), any -> new ArrayList<>())
                .add(share));
        List<Share> parts = new ArrayList<>();
        byCondition.forEach((condition, all) -> {
            List<Share> held = all.stream()
                    .filter(share -> line(share.code()).contains(code))
                    .toList();
            // who holds all parts has the whole, whatever each of them is
            Optional<BigDecimal> weight = all.size() > 1 && held.size() == all.size()
                    ? Optional.of(condition.isEmpty() ? BigDecimal.ONE : BigDecimal.ZERO)
                    : sum(held);
            if (!held.isEmpty() && (weight.isEmpty() || weight.get().signum() != 0)) {
                parts.add(new Share(code, weight.orElse(null), condition.orElse(null)));
            }
        });
        return parts;
    }

    /** Empty when one is not known. */
    private static Optional<BigDecimal> sum(List<Share> shares) {
        return shares.stream().anyMatch(share -> share.weight() == null)
                ? Optional.empty()
                : Optional.of(shares.stream().map(Share::weight).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** One that stays as it was in the division before goes on. */
    private void add(Membership next) {
        List<Membership> before = found.computeIfAbsent(List.of(next.code(), next.member()), any -> new ArrayList<>());
        for (int place = 0; place < before.size(); place++) {
            if (before.get(place).isFollowedBy(next)) {
                before.set(place, next.during(before.get(place).from(), next.until()));
                return;
            }
        }
        before.add(next);
    }

    /** A territory with whatever holds it. */
    private Set<String> line(String code) {
        Set<String> line = new HashSet<>();
        for (String above = code; above != null && line.add(above); ) {
            Territory territory = territories.get(above);
            above = territory == null ? null : territory.parent();
        }
        return line;
    }

    boolean isSameLevel(Membership membership) {
        return territories.get(membership.code()).level()
                == territories.get(membership.member()).level();
    }
}
