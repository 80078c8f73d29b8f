package cl.observatory.query.indicator;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What becomes of values over territories and periods. */
@Schema(name = "IndicatorAggregation")
enum Aggregation {
    /** Cells are added up. */
    SUM,
    /** Numerators and denominators are added up, and then divided; values are never added or averaged. */
    RATIO_OF_SUMS,
    /** There are only values that were published as such. */
    NONE;

    /**
     * @param counted data set of the numerator, empty when it is not known
     */
    static Aggregation of(IndicatorDefined indicator, Optional<DatasetDefined> counted) {
        String unlessToldOtherwise = DatasetDefined.aggregationOf(indicator.type());
        if (counted.map(DatasetDefined::aggregation).orElse(unlessToldOtherwise).equals(NONE.name())) {
            return NONE;
        }
        return indicator.denominator() == null ? SUM : RATIO_OF_SUMS;
    }
}
