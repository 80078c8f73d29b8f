package cl.observatory.gateway.identity;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the scopes of a caller are bound to. Null means unbound; an empty set would read as either and is refused. The
 * sizes keep a token well within a request header: a region stands for its communes.
 *
 * @param organization whom the caller works for
 * @param territories codes of the territories whose figures the caller may send
 * @param datasets ids of the data sets in which the caller may work
 */
public record Bindings(String organization, Set<String> territories, Set<String> datasets) {

    public static final Bindings NONE = new Bindings(null, null, null);

    private static final String COUNTRY = "CL";
    private static final int MAX_TERRITORIES = 100;
    private static final int MAX_DATASETS = 50;

    private static final Pattern ORGANIZATION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern TERRITORY = Pattern.compile("CL|[0-9]{2}|[0-9]{3}|[0-9]{5}");
    private static final Pattern DATASET = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 60;

    /**
     * @throws IllegalArgumentException when something is bound to nothing, to too much, or to what has not its form
     */
    public Bindings {
        check("organization", organization == null ? null : Set.of(organization), 1, ORGANIZATION);
        check("territories", territories, MAX_TERRITORIES, TERRITORY);
        check("datasets", datasets, MAX_DATASETS, DATASET);
        territories = territories == null ? null : Set.copyOf(territories);
        datasets = datasets == null ? null : Set.copyOf(datasets);
    }

    /** Whether who is bound like this may bind others so: nothing is freed by it. */
    public boolean cover(Bindings others) {
        boolean organizations = organization == null || organization.equals(others.organization());
        boolean ids = datasets == null || (others.datasets() != null && datasets.containsAll(others.datasets()));
        return organizations && ids && coverTerritories(others.territories());
    }

    /** A country holds its regions, a region its provinces, these their communes: each code begins with that of the whole. */
    private boolean coverTerritories(Set<String> others) {
        return territories == null
                || territories.contains(COUNTRY)
                || (others != null
                        && others.stream()
                                .allMatch(other -> territories.stream().anyMatch(other::startsWith)));
    }

    private static void check(String name, Set<String> values, int most, Pattern form) {
        if (values == null) {
            return;
        }
        boolean wellFormed = values.stream()
                .allMatch(value -> Objects.requireNonNullElse(value, "").length() <= LONGEST
                        && form.matcher(Objects.requireNonNullElse(value, "")).matches());
        if (values.isEmpty() || values.size() > most || !wellFormed) {
            throw new IllegalArgumentException(
                    "a key is bound to from 1 to " + most + " " + name + " of the form " + form);
        }
    }
}
