package cl.observatory.query.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Labels;
import cl.observatory.query.territory.Memberships.Moved;
import cl.observatory.query.territory.Territories.Succession;
import cl.observatory.query.territory.Territories.Territory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MembershipsTest {

    private static final LocalDate CHANGE = LocalDate.of(2018, 9, 6);
    private static final LocalDate LATER = LocalDate.of(2022, 1, 1);

    private final List<Territory> territories = new ArrayList<>(List.of(
            held("CL", null), held("08", "CL"), held("081", "08"), held("08101", "081"), since("16", "CL", CHANGE)));
    private final List<Succession> successions = new ArrayList<>();

    @Test
    void territoryThatNothingHappenedToIsOnlyMadeOfItself() {
        assertEquals(Set.of("08101 1"), members("08101", CHANGE));
        assertEquals(Set.of("08101 1"), told("08101", CHANGE));
    }

    @Test
    void communeOfAnotherCodeIsBothInTheDivisionOfEachTime() {
        // Given
        recode();

        // Then
        assertEquals(Set.of("08401 1", "16101 1"), members("08401", CHANGE.minusDays(1)));
        assertEquals(Set.of(), members("16101", CHANGE.minusDays(1)));
        assertEquals(Set.of("08401 1", "16101 1"), members("16101", CHANGE));
        assertEquals(Set.of(), members("08401", CHANGE));
    }

    @Test
    void regionHadTheCommunesThatLeftIt() {
        // Given
        recode();

        // Then
        assertEquals(
                Set.of("08101 1", "08401 1", "16101 1", "081 1", "084 1", "08 1"), members("08", CHANGE.minusDays(1)));
        assertEquals(Set.of("08101 1", "081 1", "084 1", "08 1"), members("08", CHANGE));
    }

    @Test
    void onlyWhatDiffersFromTheCodesIsMoved() {
        // Given
        recode();

        // Then
        assertEquals(
                Set.of("08 16101 true", "084 16101 true", "08401 16101 true", "16101 16101 true", "16 16101 true"),
                moved("16101"));
        assertEquals(
                Set.of("08 08401 false", "084 08401 false", "08401 08401 false", "16101 08401 false", "16 08401 false"),
                moved("08401"));
        assertEquals(Set.of(), moved("08101"));
    }

    @Test
    void dividedTerritoryGoesToItsSuccessorsByWeight() {
        // Given
        territories.add(until("08401", "081", CHANGE));
        territories.add(since("16101", "16", CHANGE));
        succession("08401", "16101", CHANGE, "0.7");
        succession("08401", "08101", CHANGE, "0.3");

        // Then
        assertEquals(Set.of("08401 0.7", "16101 1"), members("16101", CHANGE));
        assertEquals(Set.of("08401 0.3", "08101 1"), members("08101", CHANGE));
    }

    @Test
    void partIsKeptWhereNobodyToldTheNewTerritoryApart() {
        // Given
        territories.add(since("08109", "081", CHANGE));
        succession("08101", "08109", CHANGE, "0.25");

        // Then
        assertEquals(Set.of("08101 1", "08101 -0.25 unless 08109"), members("08101", CHANGE));
        assertEquals(Set.of("08109 1", "08101 0.25 unless 08109"), members("08109", CHANGE));
        assertEquals(Set.of("08101 1", "08109 1"), members("08101", CHANGE.minusDays(1)));
        assertEquals(Set.of("081 1", "08101 1", "08109 1"), members("081", CHANGE));
    }

    @Test
    void nobodyKnowsHowThePastOfWhatWasJoinedIsDivided() {
        // Given
        territories.add(until("08401", "081", CHANGE));
        territories.add(until("08402", "081", CHANGE));
        territories.add(since("08403", "081", CHANGE));
        succession("08401", "08403", CHANGE, "1");
        succession("08402", "08403", CHANGE, "1");

        // Then
        assertEquals(Set.of("08401 1", "08402 1", "08403 1"), members("08403", CHANGE));
        assertEquals(Set.of("08401 1", "08403 null"), members("08401", CHANGE.minusDays(1)));
    }

    @Test
    void weightsOfChangesOneAfterTheOtherAreMultiplied() {
        // Given
        territories.add(until("08401", "081", CHANGE));
        territories.add(new Territory("16101", TerritoryLevel.commune, "16", null, 0, null, CHANGE, LATER));
        territories.add(since("16105", "16", LATER));
        territories.add(since("16106", "16", LATER));
        succession("08401", "16101", CHANGE, "0.5");
        succession("08401", "08101", CHANGE, "0.5");
        succession("16101", "16105", LATER, "0.4");
        succession("16101", "16106", LATER, "0.6");

        // Then
        assertEquals(Set.of("16105 1", "16101 0.4", "08401 0.20"), members("16105", LATER));
        assertEquals(Set.of("16101 1", "08401 0.5", "16105 1", "16106 1"), members("16101", LATER.minusDays(1)));
    }

    @Test
    void whoHoldsAllPartsHasTheWhole() {
        // Given
        territories.add(until("08401", "081", CHANGE));
        territories.add(since("08402", "081", CHANGE));
        territories.add(since("08403", "081", CHANGE));
        successions.add(new Succession("08401", "08402", CHANGE, null, null, null));
        successions.add(new Succession("08401", "08403", CHANGE, null, null, null));

        // Then
        assertEquals(Set.of("08401 null", "08402 1"), members("08402", CHANGE));
        assertEquals(Set.of("081 1", "08101 1", "08401 1", "08402 1", "08403 1"), members("081", CHANGE));
    }

    @Test
    void singleSuccessorWithoutWeightTakesAll() {
        // Given
        territories.add(until("08401", "081", CHANGE));
        territories.add(since("16101", "16", CHANGE));
        successions.add(new Succession("08401", "16101", CHANGE, null, null, null));

        // Then
        assertEquals(Set.of("08401 1", "16101 1"), members("16101", CHANGE));
    }

    @Test
    void whatBecameOfATerritoryAndIsNotKnownStaysItsOwn() {
        // Given
        territories.add(until("08401", "081", CHANGE));
        succession("08101", "08101", LATER, "1");

        // Then
        assertEquals(Set.of("08401 1"), members("08401", LATER));
    }

    @Test
    void circleEnds() {
        // Given
        territories.add(until("08401", "081", CHANGE));
        territories.add(until("08402", "081", CHANGE));
        succession("08401", "08402", CHANGE, "1");
        succession("08402", "08401", CHANGE, "1");

        // Then
        assertEquals(Set.of("08402 1"), told("08401", LATER));
    }

    private void recode() {
        territories.add(until("084", "08", CHANGE));
        territories.add(until("08401", "084", CHANGE));
        territories.add(since("16101", "16", CHANGE));
        succession("08401", "16101", CHANGE, "1");
    }

    private void succession(String from, String to, LocalDate on, String weight) {
        successions.add(new Succession(from, to, on, new BigDecimal(weight), null, null));
    }

    /** What a territory is made of in the division of a day. */
    private Set<String> members(String code, LocalDate day) {
        return new Memberships(territories, successions)
                .all().stream()
                        .filter(each -> each.code().equals(code) && holds(each, day))
                        .map(each -> each.member() + " " + each.weight()
                                + (each.unlessTold() == null ? "" : " unless " + each.unlessTold()))
                        .collect(Collectors.toSet());
    }

    /** What cells of a code are cells of, among the communes. */
    private Set<String> told(String member, LocalDate day) {
        return new Memberships(territories, successions)
                .all().stream()
                        .filter(each ->
                                each.member().equals(member) && each.code().length() == 5 && holds(each, day))
                        .map(each -> each.code() + " " + each.weight())
                        .collect(Collectors.toSet());
    }

    private Set<String> moved(String member) {
        return new Memberships(territories, successions)
                .moved().stream()
                        .filter(each -> each.member().equals(member))
                        .map((Moved each) -> each.code() + " " + each.member() + " "
                                + each.until().equals(CHANGE))
                        .collect(Collectors.toSet());
    }

    private static boolean holds(Membership membership, LocalDate day) {
        return !membership.from().isAfter(day) && membership.until().isAfter(day);
    }

    private static Territory held(String code, String parent) {
        return new Territory(code, level(code), parent, new Labels(code, code), 0, null, null, null);
    }

    private static Territory since(String code, String parent, LocalDate day) {
        return new Territory(code, level(code), parent, new Labels(code, code), 0, null, day, null);
    }

    private static Territory until(String code, String parent, LocalDate day) {
        return new Territory(code, level(code), parent, new Labels(code, code), 0, null, null, day);
    }

    private static TerritoryLevel level(String code) {
        if (code.equals("CL")) {
            return TerritoryLevel.country;
        }
        return switch (code.length()) {
            case 2 -> TerritoryLevel.region;
            case 3 -> TerritoryLevel.province;
            default -> TerritoryLevel.commune;
        };
    }
}
