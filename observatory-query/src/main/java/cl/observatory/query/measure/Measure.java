package cl.observatory.query.measure;

import cl.observatory.events.time.Period;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.statistic.Interval;
import cl.observatory.query.territory.Territories.Territory;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The value of an indicator for one territory and period.
 *
 * @param count numerator, null when there is none
 * @param population denominator, null for a count and when it is not known
 * @param value unrounded, null when it cannot be told
 * @param interval of the value, null without one
 * @param status the strongest that applies
 * @param flags the others that apply, A left out
 * @param monthsCovered months of the period that the count is made of
 * @param cells as they were sent that the count is made of
 * @param expectedCells how many there would be if everybody who reports had reported every time
 * @param reason why there is no value, null when there is one
 */
public record Measure(
        Territory territory,
        Period period,
        Long count,
        Long population,
        Double value,
        Interval interval,
        ObsStatus status,
        List<ObsStatus> flags,
        int monthsCovered,
        int cells,
        int expectedCells,
        Reason reason) {

    /** Why a value is not there. */
    @Schema(name = "NoValueReason")
    public enum Reason {
        /** The data set has no cell for it. */
        NO_DATA,
        /** Some of the codes that the indicator adds up have no cell. */
        INCOMPLETE_CODES,
        /** The population of the territory in that year is not known. */
        NO_POPULATION
    }

    /** Whether the count is made of fewer months than the period has. */
    public boolean isPartial() {
        return value != null && monthsCovered < period.frequency().months();
    }
}
