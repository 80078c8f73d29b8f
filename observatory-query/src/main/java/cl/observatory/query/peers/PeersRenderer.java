package cl.observatory.query.peers;

import cl.observatory.events.Labels;
import cl.observatory.query.annotation.AnnotationView;
import cl.observatory.query.annotation.Annotations;
import cl.observatory.query.answer.IndicatorRef;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.answer.WarningCode;
import cl.observatory.query.answer.Words;
import cl.observatory.query.measure.Caveats;
import cl.observatory.query.measure.Measure;
import cl.observatory.query.measure.MeasureView;
import cl.observatory.query.peers.PeersView.DistanceView;
import cl.observatory.query.peers.PeersView.FeatureView;
import cl.observatory.query.peers.PeersView.PassedOverView;
import cl.observatory.query.peers.PeersView.PeerView;
import cl.observatory.query.peers.PeersView.StandingView;
import cl.observatory.query.ranking.Ranking;
import cl.observatory.query.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a comparison down, with its words. */
@ApplicationScoped
class PeersRenderer {

    private static final int DECIMALS = 2;
    private static final int DECIMALS_OF_DISTANCES = 4;

    private final Sources sources;
    private final Annotations annotations;

    PeersRenderer(Sources sources, Annotations annotations) {
        this.sources = sources;
        this.annotations = annotations;
    }

    PeersView view(Peers.Answer answer, Locale language) {
        Comparison comparison = answer.comparison();
        Caveats caveats = new Caveats(answer.indicator(), answer.measured(), language);
        List<SourceView> read = caveats.sources();
        BigDecimal median = comparison
                .median()
                .map(value -> rounded(value, Math.max(DECIMALS, answer.place().decimals())))
                .orElse(null);
        MeasureView place = measure(answer.place(), comparison.reason());
        return new PeersView(
                IndicatorRef.of(answer.indicator()),
                answer.period().toString(),
                answer.question().asOf(),
                place,
                comparison.reason(),
                explanation(answer, place, median),
                new DistanceView(
                        answer.features().stream()
                                .map(feature -> feature(feature, answer))
                                .toList(),
                        answer.similarity().byRegion(),
                        answer.similarity().pool()),
                comparison.peers().stream().map(PeersRenderer::peer).toList(),
                comparison.passedOver().stream().map(PeersRenderer::passedOver).toList(),
                median,
                comparison.standing().map(PeersRenderer::standing).orElse(null),
                beside(answer, read, language),
                read,
                warnings(answer, caveats, read, language));
    }

    private static Labels explanation(Peers.Answer answer, MeasureView place, BigDecimal median) {
        Labels indicator = answer.indicator().labels();
        Labels territory = answer.place().territory().labels();
        String period = answer.period().toString();
        return answer.comparison()
                .standing()
                .map(standing -> Words.of(
                        standing.overlapping() == null ? "explanation.PEERS_WITHOUT_INTERVAL" : "explanation.PEERS",
                        indicator,
                        territory,
                        period,
                        place.value(),
                        answer.comparison().peers().size(),
                        median,
                        standing.below(),
                        standing.equal(),
                        standing.above(),
                        standing.overlapping()))
                .orElseGet(() -> Words.of("explanation.PEERS_NOT_COMPARED", indicator, territory, period));
    }

    private static FeatureView feature(Features.Known known, Peers.Answer answer) {
        Feature pooled = answer.similarity().features().stream()
                .filter(feature -> feature.code().equals(known.feature().code()))
                .findFirst()
                .orElseThrow();
        Double place = known.feature().numbers().get(answer.place().territory().code());
        return new FeatureView(
                pooled.code(),
                known.indicator().labels(),
                known.period().toString(),
                pooled.scale(),
                rounded(pooled.mean(), DECIMALS_OF_DISTANCES),
                rounded(pooled.standardDeviation(), DECIMALS_OF_DISTANCES),
                place == null ? null : rounded(place, DECIMALS_OF_DISTANCES),
                new Caveats(known.indicator(), known.measured(), Locale.ROOT).sources());
    }

    private static PeerView peer(Comparison.Peer peer) {
        Similarity.Neighbour neighbour = peer.neighbour();
        return new PeerView(
                rounded(neighbour.distance(), DECIMALS_OF_DISTANCES),
                differences(neighbour),
                neighbour.sameRegion(),
                MeasureView.of(peer.ranked().measure()));
    }

    private static PassedOverView passedOver(Comparison.PassedOver passed) {
        Similarity.Neighbour neighbour = passed.neighbour();
        return new PassedOverView(
                rounded(neighbour.distance(), DECIMALS_OF_DISTANCES),
                differences(neighbour),
                neighbour.sameRegion(),
                passed.notRanked().reason(),
                measure(passed.notRanked().measure(), passed.notRanked().reason()));
    }

    private static List<BigDecimal> differences(Similarity.Neighbour neighbour) {
        return neighbour.differences().stream()
                .map(difference -> rounded(difference, DECIMALS_OF_DISTANCES))
                .toList();
    }

    /** An estimate that is not to be used does not stand beside others. */
    private static MeasureView measure(Measure measure, Ranking.Reason reason) {
        return reason == Ranking.Reason.UNRELIABLE ? MeasureView.withheld(measure) : MeasureView.of(measure);
    }

    private static StandingView standing(Standing standing) {
        return new StandingView(
                rounded(standing.percentile(), 1),
                standing.below(),
                standing.equal(),
                standing.above(),
                standing.overlapping());
    }

    private List<AnnotationView> beside(Peers.Answer answer, List<SourceView> read, Locale language) {
        return annotations.beside(
                new Annotations.Figures(
                        read.stream().map(SourceView::dataset).toList(),
                        answer.indicator().code(),
                        answer.measured().measures().stream()
                                .map(measure -> measure.territory().code())
                                .toList(),
                        List.of(answer.period()),
                        answer.question().asOf()),
                language);
    }

    private List<Warning> warnings(Peers.Answer answer, Caveats caveats, List<SourceView> read, Locale language) {
        List<Warning> warnings = new ArrayList<>(caveats.warnings(List.of()));
        answer.features().stream()
                .flatMap(
                        known -> new Caveats(known.indicator(), known.measured().keeping(measure -> false), language)
                                .warnings(List.of()).stream())
                .forEach(warnings::add);
        int peers = answer.comparison().peers().size();
        if (!answer.known()) {
            warnings.add(Warning.of(
                    WarningCode.PEERS_UNKNOWN,
                    language,
                    answer.place().territory().code()));
        } else if (peers < answer.question().most()) {
            warnings.add(Warning.of(
                    WarningCode.FEW_PEERS, language, peers, answer.question().most()));
        }
        warnings.addAll(sources.warnings(read, answer.question().asOf(), language));
        return warnings.stream().distinct().toList();
    }

    private static BigDecimal rounded(double number, int decimals) {
        return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
    }
}
