package cl.observatory.problem;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A problem as the published catalogue lists it.
 *
 * @param description its detail, with dots where an answer names something
 */
public record CatalogueEntry(String code, int status, Words title, Words description) {

    private static final int MOST_ARGUMENTS = 5;

    /** A text in the two languages of the API. */
    public record Words(String es, String en) {}

    /** The catalogue of a service: what any service can say, and what only this one can, by code. */
    public static List<CatalogueEntry> of(ProblemType... own) {
        return Stream.concat(Arrays.stream(CommonProblem.values()), Arrays.stream(own))
                .map(CatalogueEntry::of)
                .sorted(Comparator.comparing(CatalogueEntry::code))
                .toList();
    }

    private static CatalogueEntry of(ProblemType type) {
        Object[] dots = new Object[MOST_ARGUMENTS];
        Arrays.fill(dots, "…");
        return new CatalogueEntry(
                type.name(),
                type.status(),
                new Words(type.title(Language.SPANISH), type.title(Locale.ENGLISH)),
                new Words(type.detail(Language.SPANISH, dots), type.detail(Locale.ENGLISH, dots)));
    }
}
