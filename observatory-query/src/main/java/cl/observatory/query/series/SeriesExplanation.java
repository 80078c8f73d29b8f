package cl.observatory.query.series;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.query.answer.Words;
import cl.observatory.query.measure.Explanation;
import cl.observatory.query.measure.MeasureView;
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
     * The last value of each of the first territories, and how far it is from what it is compared with.
     *
     * @param items for each territory in the order of time
     */
    static Labels of(IndicatorDefined indicator, List<MeasureView> items, SeriesForm form, Frequency frequency) {
        if (form.updatedAfter() != null && items.isEmpty()) {
            return Words.of(
                    "explanation.NOTHING_UPDATED",
                    indicator.labels(),
                    form.updatedAfter().toString());
        }
        Map<String, MeasureView> last = new LinkedHashMap<>();
        for (MeasureView item : items) {
            last.merge(item.territory().code(), item, (before, after) -> after.value() == null ? before : after);
        }
        List<Labels> sentences = new ArrayList<>();
        last.values().stream().limit(NAMED).forEach(item -> {
            sentences.add(Explanation.of(indicator.labels(), item, named(item.period(), form, frequency)));
            if (item.change() != null) {
                sentences.add(Explanation.of(item.change(), since(item.change().since(), form)));
            }
        });
        if (last.size() > NAMED) {
            sentences.add(Words.of("explanation.MORE_TERRITORIES", last.size() - NAMED));
        }
        if (indicator.dividesByPeople() && form.isProjected(frequency)) {
            sentences.add(Words.of("explanation.ANNUALISED"));
        }
        return Words.joined(sentences);
    }

    /** A period, or the several that end with it. */
    private static Object named(String period, SeriesForm form, Frequency frequency) {
        return form.window().periods() == 1
                ? period
                : Words.of("window." + frequency, form.window().periods(), period);
    }

    private static Object since(String period, SeriesForm form) {
        return form.change() == ChangeFrom.previous ? period : Words.of("change.yearBefore", period);
    }
}
