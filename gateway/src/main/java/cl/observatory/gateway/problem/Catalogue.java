package cl.observatory.gateway.problem;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All problems of all services, sorted by code. A code that two services use means the same in both: the catalogue cannot
 * be made otherwise.
 */
public record Catalogue(List<CatalogueEntry> entries) {

    public Catalogue {
        entries = List.copyOf(entries);
    }

    /** What the gateway itself can answer with. */
    public static List<CatalogueEntry> own() {
        return Arrays.stream(ProblemType.values()).map(CatalogueEntry::of).toList();
    }

    /**
     * @throws IllegalStateException when one code has two contents
     */
    public static Catalogue merge(Collection<List<CatalogueEntry>> catalogues) {
        Map<String, CatalogueEntry> byCode = new TreeMap<>();
        for (List<CatalogueEntry> catalogue : catalogues) {
            for (CatalogueEntry entry : catalogue) {
                CatalogueEntry other = byCode.putIfAbsent(entry.code(), entry);
                if (other != null && !other.equals(entry)) {
                    throw new IllegalStateException("the problem " + entry.code()
                            + " has two contents in docs/contracts/problems: " + other + " and " + entry);
                }
            }
        }
        return new Catalogue(List.copyOf(byCode.values()));
    }
}
