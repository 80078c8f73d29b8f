package cl.observatory.query.profile;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.dataset.Datasets;
import cl.observatory.query.indicator.Indicators;
import cl.observatory.query.measure.Measures;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.time.PeriodRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers what every indicator says of one place. */
@ApplicationScoped
class Profiles {

    private final Indicators indicators;
    private final Datasets datasets;
    private final Measures measures;

    Profiles(Indicators indicators, Datasets datasets, Measures measures) {
        this.indicators = indicators;
        this.datasets = datasets;
        this.measures = measures;
    }

    /**
     * What an indicator says.
     *
     * @param measured one value, of the latest complete period; none when nothing could be read
     * @param missing why nothing could be read, null when something was
     */
    record Entry(IndicatorDefined indicator, Optional<Measures.Measured> measured, Missing missing) {

        boolean hasRelease() {
            return missing == null;
        }
    }

    /**
     * The entries of every kind, in the order of the codes. An indicator over a data set that is not known here cannot be
     * asked for, and is no part of it.
     */
    Map<BlockKind, List<Entry>> of(Territory territory, Instant asOf) {
        Map<String, DatasetDefined> known =
                datasets.list().stream().collect(Collectors.toMap(DatasetDefined::id, Function.identity()));
        Map<BlockKind, List<Entry>> entries = new EnumMap<>(BlockKind.class);
        for (BlockKind kind : BlockKind.values()) {
            entries.put(kind, new ArrayList<>());
        }
        for (IndicatorDefined indicator : indicators.list()) {
            if (isKnown(indicator.numerator(), known) && isKnown(indicator.denominator(), known)) {
                entries.get(BlockKind.of(known.get(indicator.numerator().dataset())))
                        .add(entry(indicator, territory, asOf));
            }
        }
        entries.keySet()
                .removeIf(kind ->
                        kind.isOnlyShownWithData() && entries.get(kind).stream().noneMatch(Entry::hasRelease));
        return entries;
    }

    private static boolean isKnown(IndicatorDefined.Selection selection, Map<String, DatasetDefined> known) {
        return selection == null || known.containsKey(selection.dataset());
    }

    /** A release that was removed takes its own figures away, and no others. */
    private Entry entry(IndicatorDefined indicator, Territory territory, Instant asOf) {
        try {
            Optional<PeriodRange> latest = measures.latestComplete(indicator, asOf);
            return latest.map(period -> new Entry(
                            indicator,
                            Optional.of(measures.measure(indicator, List.of(territory), period, asOf)),
                            null))
                    .orElseGet(() -> new Entry(indicator, Optional.empty(), Missing.NO_RELEASE));
        } catch (ProblemException refused) {
            if (refused.type() != QueryProblem.RELEASE_REMOVED) {
                throw refused;
            }
            return new Entry(indicator, Optional.empty(), Missing.RELEASE_REMOVED);
        }
    }
}
