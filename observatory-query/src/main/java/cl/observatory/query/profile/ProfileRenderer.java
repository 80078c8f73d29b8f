package cl.observatory.query.profile;

import cl.observatory.query.annotation.AnnotationView;
import cl.observatory.query.annotation.Annotations;
import cl.observatory.query.answer.IndicatorRef;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.Words;
import cl.observatory.query.measure.Caveats;
import cl.observatory.query.measure.Explanation;
import cl.observatory.query.measure.Measure;
import cl.observatory.query.measure.MeasureView;
import cl.observatory.query.measure.Measures;
import cl.observatory.query.profile.ProfileView.BlockView;
import cl.observatory.query.profile.ProfileView.ItemView;
import cl.observatory.query.signal.SignalView;
import cl.observatory.query.signal.Signals;
import cl.observatory.query.source.Sources;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.territory.TerritoryRef;
import cl.observatory.query.time.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Puts beside every figure what is to be known of it. */
@ApplicationScoped
class ProfileRenderer {

    private final Sources sources;
    private final Annotations annotations;
    private final Signals signals;
    private final Periods periods;

    ProfileRenderer(Sources sources, Annotations annotations, Signals signals, Periods periods) {
        this.sources = sources;
        this.annotations = annotations;
        this.signals = signals;
        this.periods = periods;
    }

    ProfileView view(Territory territory, Instant asOf, Map<BlockKind, List<Profiles.Entry>> entries, Locale language) {
        List<SignalView> told = signals.latest(territory, asOf == null ? null : periods.dayOf(asOf));
        Map<BlockKind, List<Profiles.Entry>> shown = new EnumMap<>(entries);
        if (!told.isEmpty()) {
            shown.putIfAbsent(BlockKind.COMMUNITY_SIGNALS, List.of());
        }
        return new ProfileView(
                TerritoryRef.of(territory),
                asOf,
                shown.entrySet().stream()
                        .map(block -> block(
                                block.getKey(),
                                block.getValue().stream()
                                        .map(entry -> item(entry, asOf, language))
                                        .toList(),
                                block.getKey() == BlockKind.COMMUNITY_SIGNALS ? told : null))
                        .toList());
    }

    private static BlockView block(BlockKind kind, List<ItemView> items, List<SignalView> signals) {
        return new BlockView(
                kind,
                Words.of("profile." + kind + ".title"),
                Words.of("profile." + kind + ".description"),
                items.isEmpty() && signals == null ? Missing.NO_INDICATOR : null,
                items,
                signals);
    }

    private ItemView item(Profiles.Entry entry, Instant asOf, Locale language) {
        IndicatorRef indicator = IndicatorRef.of(entry.indicator());
        return entry.measured()
                .map(measured -> item(entry, measured, asOf, language))
                .orElseGet(() -> new ItemView(
                        indicator,
                        null,
                        entry.missing(),
                        Words.of("profile." + entry.missing(), entry.indicator().labels()),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private ItemView item(Profiles.Entry entry, Measures.Measured measured, Instant asOf, Locale language) {
        Measure measure = measured.measures().getFirst();
        Caveats caveats = new Caveats(entry.indicator(), measured, language);
        List<SourceView> read = caveats.sources();
        List<AnnotationView> said = annotations.beside(
                new Annotations.Figures(
                        read.stream().map(SourceView::dataset).toList(),
                        entry.indicator().code(),
                        List.of(measure.territory().code()),
                        List.of(measure.period()),
                        asOf),
                language);
        MeasureView view = MeasureView.of(measure);
        return new ItemView(
                IndicatorRef.of(entry.indicator()),
                view,
                null,
                Explanation.of(entry.indicator().labels(), view),
                said,
                read,
                Stream.concat(caveats.warnings(List.of()).stream(), sources.warnings(read, asOf, language).stream())
                        .toList());
    }
}
