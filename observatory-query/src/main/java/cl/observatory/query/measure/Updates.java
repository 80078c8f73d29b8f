package cl.observatory.query.measure;

import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.problem.Parameters;
import cl.observatory.query.release.Releases;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells which values are not as they would have been answered at an earlier instant. */
@ApplicationScoped
public class Updates {

    private final Releases releases;

    Updates(Releases releases) {
        this.releases = releases;
    }

    /** Reads the parameter {@code updatedAfter}; null when it is absent or faulty. */
    public static Instant read(Parameters parameters, String updatedAfter, Instant asOf) {
        Instant instant = parameters.instant("updatedAfter", updatedAfter);
        if (instant != null && asOf != null && instant.isAfter(asOf)) {
            parameters.refuse("updatedAfter", "AFTER_AS_OF");
        }
        return instant;
    }

    /**
     * Whether a value has become another since: in itself, or in what it is made of. Everything has when a release that
     * was read then has been removed, since nobody knows any more what it said.
     *
     * @param updatedAfter null when nobody asks
     * @param answered the values that would have been answered at an instant
     */
    public Predicate<Measure> since(
            IndicatorDefined indicator, Instant updatedAfter, Function<Instant, List<Measure>> answered) {
        if (updatedAfter == null || wasRemoved(indicator, updatedAfter)) {
            return measure -> true;
        }
        Set<Measure> before = new HashSet<>(answered.apply(updatedAfter));
        return measure -> !before.contains(measure);
    }

    private boolean wasRemoved(IndicatorDefined indicator, Instant instant) {
        return Stream.of(indicator.numerator(), indicator.denominator())
                .filter(Objects::nonNull)
                .anyMatch(selection -> releases.wasRemoved(selection.dataset(), instant));
    }
}
