package cl.observatory.ingest.territory;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.reference.TerritoriesPublished.Succession;
import cl.observatory.events.reference.TerritoriesPublished.Territory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerritoriesTest {

    /** Regions from north to south. */
    private static final List<String> REGIONS =
            List.of("15", "01", "02", "03", "04", "05", "13", "06", "07", "16", "08", "09", "14", "10", "11", "12");

    private static final List<String> ISO = List.of(
            "CL-AP", "CL-TA", "CL-AN", "CL-AT", "CL-CO", "CL-VS", "CL-RM", "CL-LI", "CL-ML", "CL-NB", "CL-BI", "CL-AR",
            "CL-LR", "CL-LL", "CL-AI", "CL-MA");

    private final Territories territories = TerritoryTable.TERRITORIES;

    @Test
    void countryHasItsRegionsProvincesAndCommunes() {
        assertEquals(1, current("country").count());
        assertEquals(16, current("region").count());
        assertEquals(56, current("province").count());
        assertEquals(346, current("commune").count());
    }

    @ParameterizedTest
    @CsvSource({
        "01, 2, 7", "02, 3, 9", "03, 3, 9", "04, 3, 15", "05, 8, 38", "06, 3, 33", "07, 4, 30", "08, 3, 33",
        "09, 2, 32", "10, 4, 30", "11, 4, 10", "12, 4, 11", "13, 6, 52", "14, 2, 12", "15, 2, 4", "16, 3, 21"
    })
    void regionHasItsProvincesAndCommunes(String region, int provinces, int communes) {
        assertEquals(provinces, current("province").filter(within(region)).count());
        assertEquals(communes, current("commune").filter(within(region)).count());
    }

    @Test
    void regionsStandFromNorthToSouth() {
        List<Territory> regions = current("region")
                .sorted((a, b) -> Integer.compare(a.order(), b.order()))
                .toList();

        assertEquals(REGIONS, regions.stream().map(Territory::code).toList());
        assertEquals(ISO, regions.stream().map(Territory::iso).toList());
    }

    @Test
    void everyTerritoryStandsBehindItsParentAndBeforeTheNextOfItsParentsLevel() {
        // Given
        List<Territory> inOrder = territories.table().territories().stream()
                .filter(isCurrent())
                .sorted((a, b) -> Integer.compare(a.order(), b.order()))
                .toList();

        // When
        Map<String, String> seen = new HashMap<>();
        for (Territory territory : inOrder) {
            // Then
            if (territory.parent() != null) {
                Territory parent = territories.find(territory.parent()).orElseThrow();
                assertEquals(parent.code(), seen.get(parent.level()), territory.code());
            }
            seen.put(territory.level(), territory.code());
        }
    }

    @Test
    void placesInTheOrderAreUnique() {
        assertTrue(
                territories.table().territories().stream()
                        .collect(groupingBy(Territory::order, counting()))
                        .values()
                        .stream()
                        .allMatch(count -> count == 1));
    }

    @Test
    void parentIsThePrefixOfTheCode() {
        for (Territory territory : territories.table().territories()) {
            String parent = switch (territory.level()) {
                case "country" -> null;
                case "region" -> "CL";
                case "province" -> territory.code().substring(0, 2);
                default -> territory.code().substring(0, 3);
            };

            assertEquals(parent, territory.parent(), territory.code());
        }
    }

    @Test
    void codesAreDigitsOfTheirLevelWithTheLeadingZero() {
        Map<String, Integer> lengths = Map.of("region", 2, "province", 3, "commune", 5);

        territories.table().territories().stream()
                .filter(territory -> !territory.level().equals("country"))
                .forEach(territory -> assertTrue(
                        territory.code().matches("[0-9]{%d}".formatted(lengths.get(territory.level()))),
                        territory.code()));
    }

    @Test
    void everyTerritoryHasLabelsInBothLanguages() {
        territories.table().territories().forEach(territory -> {
            assertFalse(territory.labels().es().isBlank(), territory.code());
            assertFalse(territory.labels().en().isBlank(), territory.code());
        });
        assertEquals("Ñuble", territories.find("16").orElseThrow().labels().es());
        assertEquals("Aysén", territories.find("11201").orElseThrow().labels().es());
    }

    @Test
    void pastCodesAreKnownWithTheirEnd() {
        Territory oldChillan = territories.find("08401").orElseThrow();

        assertEquals(LocalDate.of(2018, 9, 6), oldChillan.validTo());
        assertEquals(
                LocalDate.of(2018, 9, 6),
                territories.find("16101").orElseThrow().validFrom());
        assertTrue(territories.codes("commune").contains("08401"));
    }

    @Test
    void nubleAndMargaMargaAreComplete() {
        Map<LocalDate, Long> changes = successions().collect(groupingBy(Succession::effectiveOn, counting()));

        assertEquals(21, changes.get(LocalDate.of(2018, 9, 6)));
        assertEquals(4, changes.get(LocalDate.of(2010, 3, 11)));
        assertTrue(successions()
                .filter(succession -> succession.to().startsWith("16"))
                .map(Succession::to)
                .collect(Collectors.toSet())
                .equals(current("commune")
                        .filter(within("16"))
                        .map(Territory::code)
                        .collect(Collectors.toSet())));
        assertTrue(successions()
                .filter(succession -> succession.to().startsWith("058"))
                .map(Succession::to)
                .collect(Collectors.toSet())
                .equals(current("commune")
                        .filter(commune -> commune.parent().equals("058"))
                        .map(Territory::code)
                        .collect(Collectors.toSet())));
    }

    @ParameterizedTest
    @CsvSource({
        "08401, 16101",
        "08403, 16202",
        "08406, 16103",
        "08414, 16201",
        "08421, 16109",
        "05106, 05801",
        "05505, 05802",
        "05507, 05803",
        "05108, 05804"
    })
    void predecessorBecomesItsSuccessor(String from, String to) {
        assertEquals(
                List.of(to),
                successions()
                        .filter(succession -> succession.from().equals(from))
                        .map(Succession::to)
                        .toList());
    }

    @Test
    void everythingOfAPredecessorGoesSomewhere() {
        Map<String, BigDecimal> shares = successions()
                .collect(Collectors.groupingBy(
                        Succession::from, Collectors.reducing(BigDecimal.ZERO, Succession::weight, BigDecimal::add)));

        shares.forEach((from, share) -> assertEquals(0, BigDecimal.ONE.compareTo(share), from));
    }

    @Test
    void successorBeginsWhenItsPredecessorEnds() {
        successions().forEach(succession -> {
            assertEquals(
                    succession.effectiveOn(),
                    territories.find(succession.from()).orElseThrow().validTo(),
                    succession.from());
            assertEquals(
                    succession.effectiveOn(),
                    territories.find(succession.to()).orElseThrow().validFrom(),
                    succession.to());
        });
    }

    @Test
    void communeThatEndedHasASuccessor() {
        HashSet<String> ended = territories.table().territories().stream()
                .filter(isCurrent().negate())
                .filter(territory -> territory.level().equals("commune"))
                .map(Territory::code)
                .collect(Collectors.toCollection(HashSet::new));

        assertEquals(successions().map(Succession::from).collect(Collectors.toSet()), ended);
    }

    @Test
    void versionIsThatOfTheFiles() {
        assertEquals(territories.table().version(), new Territories().table().version());
        assertTrue(territories.table().version().matches("[0-9a-f]{64}"));
    }

    private Stream<Territory> current(String level) {
        return territories.table().territories().stream()
                .filter(territory -> territory.level().equals(level))
                .filter(isCurrent());
    }

    private Stream<Succession> successions() {
        return territories.table().successions().stream();
    }

    private static Predicate<Territory> isCurrent() {
        return territory -> territory.validTo() == null;
    }

    private static Predicate<Territory> within(String region) {
        return territory -> territory.code().startsWith(region);
    }
}
