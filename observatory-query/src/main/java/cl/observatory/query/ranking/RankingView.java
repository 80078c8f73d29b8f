package cl.observatory.query.ranking;

import cl.observatory.events.Labels;
import cl.observatory.query.annotation.AnnotationView;
import cl.observatory.query.answer.IndicatorRef;
import cl.observatory.query.answer.Page;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.measure.Chance;
import cl.observatory.query.measure.MeasureView;
import cl.observatory.query.measure.RatioView;
import cl.observatory.query.territory.Boundaries;
import cl.observatory.query.territory.TerritoryLevel;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Ranking", description = "Territories in the order of an indicator.")
record RankingView(
        IndicatorRef indicator,
        String period,
        TerritoryLevel level,

        @Schema(description = "Territory that holds all that are ranked.")
        String within,

        @Schema(description = "Least number of people of a ranked territory; null but for a rate.", nullable = true)
        Long minPopulation,

        Ranking.Order order,

        @Schema(description = "The instant whose state of knowledge this is; absent for the present.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant asOf,

        Boundaries boundaries,
        List<RankedView> items,

        @Schema(description = "Territories without a rank, all of them on the first page.")
        List<NotRankedView> notRanked,

        @Schema(description = "Who is first and last of all pages, in sentences, from the same numbers.")
        Labels explanation,

        @Schema(description = "What organizations say beside the figures of this page; no rank changes by it.")
        List<AnnotationView> annotations,

        Page page,
        List<SourceView> sources,
        List<Warning> warnings) {

    /**
     * @param offset how many ranked territories came before
     */
    static RankingView of(
            RankingQuestion question,
            Rankings.Answer answer,
            int offset,
            Page page,
            Locale language,
            List<Warning> warnings) {
        Ranking ranking = answer.ranking();
        return new RankingView(
                IndicatorRef.of(answer.indicator()),
                question.period().first().toString(),
                question.level(),
                question.within(),
                answer.indicator().dividesByPeople() ? question.minPopulation() : null,
                question.order(),
                question.asOf(),
                question.boundaries(),
                Page.slice(ranking.ranked(), offset, page.limit()).stream()
                        .map(RankedView::of)
                        .toList(),
                offset > 0
                        ? List.of()
                        : ranking.notRanked().stream().map(NotRankedView::of).toList(),
                RankingExplanation.of(
                        answer.indicator().labels(), question.period().first().toString(), ranking),
                List.of(),
                page,
                answer.caveats(language).sources(),
                warnings);
    }

    /** Codes of the territories on this page. */
    List<String> territories() {
        return Stream.concat(
                        items.stream().map(RankedView::measure),
                        notRanked.stream().map(NotRankedView::measure))
                .map(measure -> measure.territory().code())
                .toList();
    }

    /** The same, with what is said beside its figures. */
    RankingView with(List<AnnotationView> said) {
        return new RankingView(
                indicator,
                period,
                level,
                within,
                minPopulation,
                order,
                asOf,
                boundaries,
                items,
                notRanked,
                explanation,
                said,
                page,
                sources,
                warnings);
    }

    @Schema(name = "RankedTerritory")
    record RankedView(
            @Schema(description = "Equal values share a rank.")
            int rank,

            @Schema(
                    description =
                            "Best and worst rank among the territories whose value differs from this one by no more "
                                    + "than chance: the 95 % interval of their ratio holds 1, or two estimates are not "
                                    + "1.96 of their common standard errors apart. Within these ranks the order may be "
                                    + "chance. Absent when nothing tells how far chance goes.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            RankRange overlappingRanks,

            @Schema(
                    description = "To the value that stands behind it; absent for the last, of two zeros, and for "
                            + "estimates, amounts and indices.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            RatioView ratioToNext,

            MeasureView measure) {

        static RankedView of(Ranking.Ranked ranked) {
            return new RankedView(
                    ranked.rank(),
                    Chance.isKnownOf(ranked.measure())
                            ? new RankRange(ranked.firstOverlapping(), ranked.lastOverlapping())
                            : null,
                    ranked.ratioToNext().map(RatioView::of).orElse(null),
                    MeasureView.of(ranked.measure()));
        }
    }

    @Schema(name = "RankRange")
    record RankRange(int first, int last) {}

    @Schema(name = "UnrankedTerritory")
    record NotRankedView(Ranking.Reason reason, MeasureView measure) {

        static NotRankedView of(Ranking.NotRanked notRanked) {
            return new NotRankedView(
                    notRanked.reason(),
                    notRanked.reason() == Ranking.Reason.UNRELIABLE
                            ? MeasureView.withheld(notRanked.measure())
                            : MeasureView.of(notRanked.measure()));
        }
    }
}
