package cl.observatory.ingest.classification;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.reference.ClassificationPublished;
import cl.observatory.events.reference.ClassificationPublished.Bundle;
import cl.observatory.events.reference.ClassificationPublished.Code;
import cl.observatory.events.reference.ClassificationPublished.Correspondence;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassificationsTest {

    private final ClassificationPublished cead =
            Schemes.CLASSIFICATIONS.find(Classifications.CEAD).orElseThrow();
    private final ClassificationPublished iccs =
            Schemes.CLASSIFICATIONS.find(Classifications.ICCS).orElseThrow();

    @Test
    void ceadHasItsFamiliesGroupsAndSubgroups() {
        Map<String, Long> levels = cead.codes().stream().collect(groupingBy(Code::level, counting()));

        assertEquals(Map.of("family", 8L, "group", 23L, "subgroup", 48L), levels);
        assertEquals(
                List.of("1", "2", "3", "4", "5", "6", "7", "99"),
                cead.codes().stream()
                        .filter(code -> code.parent() == null)
                        .map(Code::code)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"1, 6, 10", "2, 2, 3", "3, 1, 5", "4, 1, 4", "5, 2, 4", "6, 5, 7", "7, 5, 12", "99, 1, 3"})
    void familyHasItsGroupsAndSubgroups(String family, int groups, int subgroups) {
        Set<String> ofFamily = children(Set.of(family));

        assertEquals(groups, ofFamily.size());
        assertEquals(subgroups, children(ofFamily).size());
    }

    @Test
    void ceadCodeBeginsWithThatOfItsParent() {
        cead.codes().stream()
                .filter(code -> code.parent() != null)
                .forEach(code -> assertTrue(code.code().startsWith(code.parent()), code.code()));
    }

    @ParameterizedTest
    @CsvSource({
        "40101, Tráfico de sustancias",
        "10101, Homicidios",
        "20201, Robo por sorpresa",
        "60501, Receptación",
        "99901, Abigeato"
    })
    void subgroupHasItsName(String code, String label) {
        assertEquals(
                label,
                cead.codes().stream()
                        .filter(candidate -> candidate.code().equals(code))
                        .findFirst()
                        .orElseThrow()
                        .labels()
                        .es());
    }

    @ParameterizedTest
    @CsvSource({
        "10101, ~0101",
        "10102, <0101",
        "10201, =03011",
        "10202, ~03012",
        "10203, ~030122",
        "10204, ~03",
        "10301, =020111",
        "10401, <02011",
        "10501, =020112",
        "10601, =02012",
        "20101, ~0401",
        "20102, <0401",
        "20201, <05022",
        "30101, <02011",
        "30102, ~02",
        "30103, ~02",
        "30104, <02012",
        "30105, ~02",
        "40101, <06012",
        "40102, <06012",
        "40103, <06012",
        "40104, ~0601",
        "50101, <09011",
        "50102, =09011",
        "50103, ~0901",
        "50201, <09011",
        "60101, =05012",
        "60102, <0501",
        "60201, <05021",
        "60202, ~0502",
        "60301, ~05",
        "60401, <0502",
        "60501, <0704",
        "70101, <02012",
        "70102, ~0201",
        "70201, <06011",
        "70202, <06011",
        "70203, ~0601",
        "70204, <0602",
        "70301, =0504",
        "70401, <0801",
        "70501, ''",
        "70502, ~0804",
        "70503, <0802",
        "70504, ~08",
        "99901, =05025",
        "99902, ~04 ~05",
        "99903, ''"
    })
    void subgroupCorrespondsToTheIccs(String code, String marks) {
        assertEquals(
                marks,
                cead.correspondences().stream()
                        .filter(correspondence -> correspondence.code().equals(code))
                        .map(correspondence -> correspondence.match() + correspondence.targetCode())
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void onlySubgroupsCorrespondToSomething() {
        Set<String> subgroups = cead.codes().stream()
                .filter(code -> code.level().equals("subgroup"))
                .map(Code::code)
                .collect(Collectors.toSet());

        for (Correspondence correspondence : cead.correspondences()) {
            assertTrue(subgroups.contains(correspondence.code()), correspondence.code());
            assertTrue(Set.of("=", "<", ">", "~").contains(correspondence.match()));
            assertEquals("ICCS-1.0", correspondence.targetScheme());
        }
    }

    @Test
    void attemptAndContextAreTagsAndNoClasses() {
        assertEquals(List.of("AtCo=attempted"), tags("99902"));
        assertEquals(List.of("context=domestic"), tags("30101"));
    }

    @Test
    void iccsCodeBeginsWithThatOfItsParentAndLevelsTellItsLength() {
        Map<String, Integer> lengths = Map.of("1", 2, "2", 4, "3", 5, "4", 6);

        for (Code code : iccs.codes()) {
            assertEquals(lengths.get(code.level()), code.code().length(), code.code());
            assertTrue(
                    code.parent() == null
                            ? code.level().equals("1")
                            : code.code().startsWith(code.parent()));
        }
        assertEquals(
                11, iccs.codes().stream().filter(code -> code.parent() == null).count());
    }

    @Test
    void bundlesAddUpSubgroupsOnceEach() {
        Map<String, Bundle> bundles = cead.bundles().stream().collect(Collectors.toMap(Bundle::code, bundle -> bundle));

        assertEquals(Set.of("DMCS", "DRUG_LAW", "ARMS_LAW", "OC_PROXY"), bundles.keySet());
        bundles.values().forEach(bundle -> {
            assertEquals(bundle.members().size(), new HashSet<>(bundle.members()).size(), bundle.code());
            assertTrue(bundle.members().stream().allMatch(code -> code.length() == 5), bundle.code());
        });
        assertEquals(
                List.of("40101", "40102", "40103", "40104"),
                bundles.get("DRUG_LAW").members());
    }

    @Test
    void proxyIsCalledOne() {
        for (Bundle bundle : cead.bundles()) {
            assertEquals(bundle.code().equals("OC_PROXY"), bundle.proxy(), bundle.code());
        }
        assertTrue(cead.bundles().getLast().note().contains("not a measurement of organized crime"));
    }

    @Test
    void everyCodeHasLabelsInBothLanguages() {
        for (ClassificationPublished scheme : Schemes.CLASSIFICATIONS.all()) {
            scheme.codes().forEach(code -> {
                assertFalse(code.labels().es().isBlank(), code.code());
                assertFalse(code.labels().en().isBlank(), code.code());
            });
        }
    }

    @Test
    void unknownSchemeHasNoCodes() {
        assertEquals(Set.of(), Schemes.CLASSIFICATIONS.codes("CEAD-2023"));
        assertTrue(Schemes.CLASSIFICATIONS.find("CEAD-2023").isEmpty());
    }

    private Set<String> children(Set<String> parents) {
        return cead.codes().stream()
                .filter(code -> code.parent() != null && parents.contains(code.parent()))
                .map(Code::code)
                .collect(Collectors.toSet());
    }

    private List<String> tags(String code) {
        return cead.correspondences().stream()
                .filter(correspondence -> correspondence.code().equals(code))
                .findFirst()
                .orElseThrow()
                .tags();
    }
}
