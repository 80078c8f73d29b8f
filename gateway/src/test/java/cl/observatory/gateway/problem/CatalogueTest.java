package cl.observatory.gateway.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final CatalogueEntry GONE = entry("GONE", "Retirado");

    @Test
    void cataloguesOfAllServicesAreOneListSortedByCode() {
        Catalogue merged = Catalogue.merge(List.of(List.of(GONE), List.of(entry("CONFLICT", "Conflicto"), GONE)));

        assertEquals(
                List.of("CONFLICT", "GONE"),
                merged.entries().stream().map(CatalogueEntry::code).toList());
    }

    @Test
    void sameCodeWithTwoContentsIsRefused() {
        var refused = assertThrows(
                IllegalStateException.class,
                () -> Catalogue.merge(List.of(List.of(GONE), List.of(entry("GONE", "Otra cosa")))));

        assertTrue(refused.getMessage().contains("GONE"));
    }

    private static CatalogueEntry entry(String code, String title) {
        return new CatalogueEntry(code, 410, new Bilingual(title, "t"), new Bilingual("d", "d"));
    }
}
