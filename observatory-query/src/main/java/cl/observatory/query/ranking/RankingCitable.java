package cl.observatory.query.ranking;

import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.answer.Address;
import cl.observatory.query.answer.Citable;
import cl.observatory.query.answer.CitedAnswer;
import cl.observatory.query.answer.Page;
import cl.observatory.query.measure.CitedMeasures;
import cl.observatory.query.measure.MeasureView;
import cl.observatory.query.time.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rankings, to be cited: all pages of them, with the territories that have no rank. */
@ApplicationScoped
class RankingCitable implements Citable {

    private static final Pattern PATH = Pattern.compile("/v1/indicators/([^/]+)/ranking");

    private final Rankings rankings;
    private final Periods periods;

    RankingCitable(Rankings rankings, Periods periods) {
        this.rankings = rankings;
        this.periods = periods;
    }

    @Override
    public Pattern path() {
        return PATH;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("period", "level", "within", "minPopulation", "order", "asOf", "boundaries");
    }

    @Override
    public CitedAnswer answer(String code, Address asked, int most) {
        Parameters faults = new Parameters();
        RankingQuestion question = new RankingQuestion.Written(
                        code,
                        asked.one(faults, "period"),
                        asked.one(faults, "level"),
                        asked.one(faults, "within"),
                        asked.one(faults, "minPopulation"),
                        asked.one(faults, "order"),
                        asked.one(faults, "asOf"),
                        asked.one(faults, "boundaries"))
                .read(faults, periods);
        faults.check(QueryProblem.INVALID_QUESTION);

        Rankings.Answer answer = rankings.answer(question);
        RankingView view =
                RankingView.of(question, answer, 0, new Page(most, null), Language.preferred(null), List.of());
        List<MeasureView> measures = Stream.concat(
                        view.items().stream().map(RankingView.RankedView::measure),
                        view.notRanked().stream().map(RankingView.NotRankedView::measure))
                .toList();
        return CitedMeasures.of(
                asked.with("period", question.period().toString()),
                answer.indicator(),
                question.period().toString(),
                measures,
                view.sources());
    }
}
