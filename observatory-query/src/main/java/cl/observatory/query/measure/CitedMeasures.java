package cl.observatory.query.measure;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.query.answer.Address;
import cl.observatory.query.answer.CitedAnswer;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.Words;
import java.util.List;

/** Values of an indicator, to be cited. */
public final class CitedMeasures {

    private static final List<String> COLUMNS = List.of("INDICATOR", "REF_AREA", "TIME_PERIOD");
    private static final int MOST_NAMED = 3;

    private CitedMeasures() {}

    /**
     * @param period as the title is to have it
     */
    public static CitedAnswer of(
            Address asked,
            IndicatorDefined indicator,
            String period,
            List<MeasureView> measures,
            List<SourceView> sources) {
        return new CitedAnswer(
                asked,
                title(indicator, period, measures),
                indicator.unit(),
                COLUMNS,
                measures.stream()
                        .map(measure -> new CitedAnswer.Value(
                                List.of(indicator.code(), measure.territory().code(), measure.period()),
                                measure.value(),
                                measure.status().name()))
                        .toList(),
                sources);
    }

    private static Labels title(IndicatorDefined indicator, String period, List<MeasureView> measures) {
        List<Labels> names = measures.stream()
                .map(measure -> measure.territory().labels())
                .distinct()
                .toList();
        return names.size() > MOST_NAMED
                ? Words.of("citation.title.many", indicator.labels(), period, names.size())
                : Words.of("citation.title", indicator.labels(), period, joined(names));
    }

    private static Labels joined(List<Labels> names) {
        return new Labels(
                String.join(", ", names.stream().map(Labels::es).toList()),
                String.join(", ", names.stream().map(Labels::en).toList()));
    }
}
