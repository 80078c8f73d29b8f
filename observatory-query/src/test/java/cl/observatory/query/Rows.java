package cl.observatory.query;

import cl.observatory.query.Publisher.Row;
import java.util.ArrayList;
import java.util.List;

/** Builds rows of a release. */
public final class Rows {

    private final List<Row> rows = new ArrayList<>();

    /** A row for each month of a year: all cases in March, and zero in the other months. */
    public Rows year(String area, int year, String crimeClass, long cases) {
        return months(area, year, 12, crimeClass, cases, "A");
    }

    /** The same of the first months only. */
    public Rows months(String area, int year, int months, String crimeClass, long cases, String status) {
        for (int month = 1; month <= months; month++) {
            rows.add(new Row(area, "%d-%02d".formatted(year, month), crimeClass, month == 3 ? cases : 0, status));
        }
        return this;
    }

    public Rows people(String area, int year, long people) {
        return people(area, year, people, "A");
    }

    public Rows people(String area, int year, long people, String status) {
        rows.add(new Row(area, Integer.toString(year), null, people, status));
        return this;
    }

    public Rows row(Row row) {
        rows.add(row);
        return this;
    }

    public List<Row> list() {
        return List.copyOf(rows);
    }
}
