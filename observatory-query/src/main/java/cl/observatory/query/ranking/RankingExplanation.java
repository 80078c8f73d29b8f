package cl.observatory.query.ranking;

import cl.observatory.events.Labels;
import cl.observatory.query.answer.Words;
import cl.observatory.query.measure.Chance;
import cl.observatory.query.measure.MeasureView;
import java.util.ArrayList;
import java.util.List;

/** Says in sentences who is first and last, and how much of the order may be chance. */
final class RankingExplanation {

    private RankingExplanation() {}

    static Labels of(Labels indicator, String period, Ranking ranking) {
        List<Labels> sentences = new ArrayList<>();
        if (ranking.ranked().isEmpty()) {
            sentences.add(Words.of("explanation.RANKING_OF_NONE", indicator, period));
        } else {
            sentences.add(ends(indicator, period, ranking));
            Ranking.Ranked first = ranking.ranked().getFirst();
            if (Chance.isKnownOf(first.measure()) && first.lastOverlapping() > first.rank()) {
                sentences.add(Words.of("explanation.RANKING_CHANCE", first.lastOverlapping()));
            }
        }
        if (!ranking.notRanked().isEmpty()) {
            sentences.add(Words.of("explanation.NOT_RANKED", ranking.notRanked().size()));
        }
        return Words.joined(sentences);
    }

    private static Labels ends(Labels indicator, String period, Ranking ranking) {
        MeasureView first = MeasureView.of(ranking.ranked().getFirst().measure());
        MeasureView last = MeasureView.of(ranking.ranked().getLast().measure());
        return Words.of(
                "explanation.RANKING",
                indicator,
                period,
                first.territory().labels(),
                first.value(),
                last.territory().labels(),
                last.value(),
                ranking.ranked().size());
    }
}
