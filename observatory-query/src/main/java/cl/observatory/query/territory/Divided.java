package cl.observatory.query.territory;

import cl.observatory.query.territory.Territories.Succession;
import cl.observatory.query.territory.Territories.Territory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What cells under the code of a territory are cells of, in the division of a day.
 *
 * <p>Forward, a territory that ended goes to its successors, each with its weight; one that only passed a part on keeps the
 * rest. Backward, one that did not hold yet belongs to the one it came from; of one that came from several nobody knows
 * how its past is divided among them. Where nothing tells what became of a territory, its cells stay its own.
 */
final class Divided {

    private final Map<String, Territory> territories;
    private final Map<String, List<Succession>> from;
    private final Map<String, List<Succession>> to;

    Divided(List<Territory> territories, List<Succession> successions) {
        this.territories = territories.stream().collect(Collectors.toMap(Territory::code, Function.identity()));
        this.from = successions.stream().collect(Collectors.groupingBy(Succession::from));
        this.to = successions.stream().collect(Collectors.groupingBy(Succession::to));
    }

    /**
     * A part of a territory's cells.
     *
     * @param code what they are cells of
     * @param weight null when unknown
     * @param unlessTold only where this territory has no cell of its own, null without condition
     */
    record Share(String code, BigDecimal weight, String unlessTold) {

        boolean isWhole() {
            return unlessTold == null && weight != null && weight.compareTo(BigDecimal.ONE) == 0;
        }

        private Share times(BigDecimal factor) {
            return new Share(code, weight == null || factor == null ? null : weight.multiply(factor), unlessTold);
        }

        private Share unless(String told) {
            return new Share(code, weight, told);
        }

        private Share negated() {
            return new Share(code, weight == null ? null : weight.negate(), unlessTold);
        }
    }

    List<Share> shares(String code, LocalDate day) {
        return shares(code, day, new HashSet<>());
    }

    private List<Share> shares(String code, LocalDate day, Set<String> seen) {
        Territory territory = territories.get(code);
        if (territory == null || !seen.add(code)) {
            return List.of();
        }
        List<Share> shares;
        if (territory.holdsOn(day)) {
            shares = kept(territory, day, seen);
        } else if (territory.validTo() != null && !territory.validTo().isAfter(day)) {
            shares = forward(code, day, seen);
        } else {
            shares = backward(code, day, seen);
        }
        seen.remove(code);
        return shares.isEmpty() ? List.of(new Share(code, BigDecimal.ONE, null)) : shares;
    }

    /** All of it, less what it passed on, where nobody told that apart already. */
    private List<Share> kept(Territory territory, LocalDate day, Set<String> seen) {
        List<Share> shares = new ArrayList<>();
        shares.add(new Share(territory.code(), BigDecimal.ONE, null));
        for (Succession passed : from.getOrDefault(territory.code(), List.of())) {
            if (!passed.effectiveOn().isAfter(day) && !passed.to().equals(territory.code())) {
                for (Share share : shares(passed.to(), day, seen)) {
                    shares.add(share.times(passed.weight()).unless(passed.to()));
                }
                shares.add(new Share(territory.code(), passed.weight(), passed.to()).negated());
            }
        }
        return shares;
    }

    private List<Share> forward(String code, LocalDate day, Set<String> seen) {
        List<Succession> successors = from.getOrDefault(code, List.of()).stream()
                .filter(succession -> !succession.effectiveOn().isAfter(day))
                .toList();
        List<Share> shares = new ArrayList<>();
        for (Succession succession : successors) {
            BigDecimal weight =
                    successors.size() == 1 && succession.weight() == null ? BigDecimal.ONE : succession.weight();
            shares(succession.to(), day, seen).forEach(share -> shares.add(share.times(weight)));
        }
        return shares;
    }

    private List<Share> backward(String code, LocalDate day, Set<String> seen) {
        List<Succession> predecessors = to.getOrDefault(code, List.of()).stream()
                .filter(succession -> succession.effectiveOn().isAfter(day))
                .toList();
        BigDecimal weight = predecessors.size() == 1 ? BigDecimal.ONE : null;
        return predecessors.stream()
                .flatMap(succession -> shares(succession.from(), day, seen).stream())
                .map(share -> share.times(weight))
                .toList();
    }
}
