package cl.observatory.query.peers;

import cl.observatory.events.Labels;
import cl.observatory.query.annotation.AnnotationView;
import cl.observatory.query.answer.IndicatorRef;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.measure.MeasureView;
import cl.observatory.query.ranking.Ranking;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Peers",
        description =
                "A commune beside those that are most like it. How alike they are says nothing of why their values "
                        + "differ, and a place among peers is no score.")
record PeersView(
        IndicatorRef indicator,
        String period,

        @Schema(description = "The instant whose state of knowledge this is; absent for the present.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant asOf,

        @Schema(description = "The commune that was asked about.")
        MeasureView place,

        @Schema(description = "Why its value cannot be compared.") @JsonInclude(JsonInclude.Include.NON_NULL)
        Ranking.Reason notComparable,

        @Schema(description = "The answer in a sentence, from the same numbers.")
        Labels explanation,

        DistanceView distance,

        @Schema(description = "The most alike first; those equally alike in geographic order.")
        List<PeerView> items,

        @Schema(description = "Communes more alike than the last peer whose value cannot be compared.")
        List<PassedOverView> passedOver,

        @Schema(
                description = "Median of the peers: the middle value, or half way between the two in the middle. Null "
                        + "without peers.",
                nullable = true)
        BigDecimal median,

        @Schema(description = "Where the commune stands among its peers; absent when that cannot be told.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        StandingView standing,

        @Schema(description = "What organizations say beside these figures; no figure changes by it.")
        List<AnnotationView> annotations,

        List<SourceView> sources,
        List<Warning> warnings) {

    @Schema(
            name = "PeerDistance",
            description = "How alike communes are: the root of the sum of the squares of their differences, each in "
                    + "standard deviations.")
    record DistanceView(
            List<FeatureView> features,

            @Schema(description = "Whether another region counts as one more difference, of 1.")
            boolean region,

            @Schema(description = "Communes of which all features are known; means and deviations are theirs.")
            int communes) {}

    @Schema(name = "PeerFeature", description = "Something in which communes are alike or not.")
    record FeatureView(
            @Schema(description = "population, or the code of an indicator.")
            String code,

            Labels labels,

            @Schema(description = "Of the values.") String period,

            @Schema(description = "LOG: by the decimal logarithm. LINEAR: as they are.")
            Feature.Scale scale,

            @Schema(description = "On that scale, over the communes.")
            BigDecimal mean,

            @Schema(description = "On that scale, over the communes.")
            BigDecimal standardDeviation,

            @Schema(description = "Value of the commune that was asked about, on that scale; null when not known.")
            BigDecimal place,

            List<SourceView> sources) {}

    @Schema(name = "Peer", description = "A commune that is like the one that was asked about.")
    record PeerView(
            BigDecimal distance,

            @Schema(description = "How far it is above in each feature, in their order, in standard deviations.")
            List<BigDecimal> differences,

            boolean sameRegion,
            MeasureView measure) {}

    @Schema(name = "PassedOverPeer", description = "A commune that is like it, and cannot be compared.")
    record PassedOverView(
            BigDecimal distance,
            List<BigDecimal> differences,
            boolean sameRegion,
            Ranking.Reason reason,
            MeasureView measure) {}

    @Schema(name = "PeerStanding", description = "Where a value stands among those of the peers.")
    record StandingView(
            @Schema(description = "Of 100 peers, how many have a lower value, those with the same counted half.")
            BigDecimal percentile,

            int below,
            int equal,
            int above,

            @Schema(
                    description =
                            "Peers whose value differs from that of the commune by no more than chance, by the same "
                                    + "rule as overlappingRanks of a ranking: whether these are higher or lower may be "
                                    + "chance. Null when nothing tells how far chance goes.",
                    nullable = true)
            Integer overlapping) {}
}
