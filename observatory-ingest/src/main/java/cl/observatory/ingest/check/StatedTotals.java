package cl.observatory.ingest.check;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What the sender says that a file holds, so that one that was cut or mixed up on its way is told.
 *
 * @param sum of all values, or null when it is not stated
 * @param rows of data, or null when it is not stated
 */
public record StatedTotals(BigDecimal sum, Long rows) {

    /**
     * @param readSum of all values that were read
     * @param readRows rows of data, those included that could not be used
     * @throws ProblemException when the file holds something else
     */
    public void compare(BigDecimal readSum, long readRows) {
        List<Fault> faults = new ArrayList<>();
        if (sum != null && sum.compareTo(readSum) != 0) {
            faults.add(Fault.inParameter("controlSum", "CONTROL_SUM_DIFFERS", sum, readSum));
        }
        if (rows != null && rows != readRows) {
            faults.add(Fault.inParameter("controlRows", "CONTROL_ROWS_DIFFER", rows, readRows));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(IngestProblem.CONTROL_TOTALS_DIFFER).withFaults(faults);
        }
    }
}
