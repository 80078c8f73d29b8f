package cl.observatory.query.series;

import cl.observatory.events.Labels;
import cl.observatory.query.answer.Words;
import cl.observatory.query.measure.Explanation;
import cl.observatory.query.measure.MeasureView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says in sentences where a series ends. */
final class SeriesExplanation {

    /** More territories than these are only counted. */
    private static final int NAMED = 3;

    private SeriesExplanation() {}

    /**
     * The last value of each of the first territories, and how far it is from the one before.
     *
     * @param items for each territory in the order of time
     * @param updatedAfter when only what has changed since is among them, null otherwise
     */
    static Labels of(Labels indicator, List<MeasureView> items, Instant updatedAfter) {
        if (updatedAfter != null && items.isEmpty()) {
            return Words.of("explanation.NOTHING_UPDATED", indicator, updatedAfter.toString());
        }
        Map<String, MeasureView> last = new LinkedHashMap<>();
        for (MeasureView item : items) {
            last.merge(item.territory().code(), item, (before, after) -> after.value() == null ? before : after);
        }
        List<Labels> sentences = new ArrayList<>();
        last.values().stream().limit(NAMED).forEach(item -> {
            sentences.add(Explanation.of(indicator, item));
            if (item.change() != null) {
                sentences.add(Explanation.of(item.change()));
            }
        });
        if (last.size() > NAMED) {
            sentences.add(Words.of("explanation.MORE_TERRITORIES", last.size() - NAMED));
        }
        return Explanation.joined(sentences);
    }
}
