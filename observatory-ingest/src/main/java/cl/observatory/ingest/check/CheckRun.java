package cl.observatory.ingest.check;

import cl.observatory.ingest.classification.Classifications;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * Looks with each rule at the cells of one file.
 *
 * @param retrievedOn the day, in Chile, on which the file was taken from its publisher
 */
record CheckRun(ComparedCells cells, Classifications classifications, LocalDate retrievedOn) {

    /** One finding, or several where a rule has several things to say. */
    List<Finding> of(CheckRule rule) throws SQLException {
        return switch (rule) {
            case CheckRule.ValueDomain domain -> List.of(new CellsOutside(cells).of(domain));
            case CheckRule.TotalOfParts totals -> List.of(new TotalsCheck(cells, classifications).of(totals));
            case CheckRule.ControlTotal control -> List.of(new ControlTotalCheck(cells).of(control));
            case CheckRule.Coverage coverage -> new CoverageCheck(cells).of(coverage);
            case CheckRule.Outliers outliers -> List.of(new OutliersCheck(cells).of(outliers));
            case CheckRule.Revision revision -> List.of(new RevisionCheck(cells).of(revision));
            case CheckRule.FuturePeriod future -> List.of(new CellsOutside(cells).of(future, retrievedOn));
            case CheckRule.PeriodRange range -> List.of(new CellsOutside(cells).of(range));
        };
    }
}
