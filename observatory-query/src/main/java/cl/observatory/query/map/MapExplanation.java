package cl.observatory.query.map;

import cl.observatory.events.Labels;
import cl.observatory.query.answer.Words;
import cl.observatory.query.measure.MeasureView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says in sentences between what the values of a map lie, and what is not on it. */
final class MapExplanation {

    private MapExplanation() {}

    /**
     * @param notDrawn how many territories have no shape
     */
    static Labels of(Labels indicator, String period, List<MeasureView> measures, int notDrawn) {
        List<MeasureView> told = measures.stream()
                .filter(measure -> measure.value() != null)
                .sorted(Comparator.comparing(MeasureView::value))
                .toList();
        List<Labels> sentences = new ArrayList<>();
        if (told.isEmpty()) {
            sentences.add(Words.of("explanation.MAP_OF_NONE", indicator, period));
        } else {
            sentences.add(Words.of(
                    "explanation.MAP",
                    indicator,
                    period,
                    told.size(),
                    measures.size(),
                    told.getFirst().value(),
                    told.getLast().value()));
            long apart = told.stream().filter(measure -> !measure.comparable()).count();
            if (apart > 0) {
                sentences.add(Words.of("explanation.MAP_NOT_COMPARABLE", apart));
            }
        }
        if (notDrawn > 0) {
            sentences.add(Words.of("explanation.NOT_DRAWN", notDrawn));
        }
        return Words.joined(sentences);
    }
}
