package cl.observatory.query.answer;

import cl.observatory.events.Labels;
import java.math.BigDecimal;
import java.util.List;

/**
 * What can be cited of an answer.
 *
 * @param asked the question, with the periods that it turned out to be about
 * @param title what the values are of
 * @param unit SDMX UNIT_MEASURE code
 * @param columns names of the parts of the values' keys, SDMX concepts
 * @param sources with the releases that were read
 */
public record CitedAnswer(
        Address asked, Labels title, String unit, List<String> columns, List<Value> values, List<SourceView> sources) {

    /**
     * @param key one part for each column
     * @param value null when it is not told
     * @param status SDMX OBS_STATUS
     */
    public record Value(List<String> key, BigDecimal value, String status) {}
}
