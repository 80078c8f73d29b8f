package cl.observatory.ingest.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.SQLException;

/**
 * How much of the past an update changes. The past are the values of the current release before its newest period, of the
 * years that the file touches; a value that ceases to be is changed too.
 */
final class RevisionCheck {

    private static final String PAST = """
            from compared_cell
            where before is not null
                and period < (select max(period) from compared_cell where before is not null)
            """;

    private static final String COUNT =
            "select count(*) as past, count(*) filter (where after is distinct from before) as changed " + PAST;

    private static final String CHANGED = """
            select series, period, after as value, before, null::bigint as low, null::bigint as high,
                abs(coalesce(after, 0) - before)::float8 as weight, true as off
            """ + PAST + " and after is distinct from before";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext SHARE = new MathContext(3, RoundingMode.HALF_UP);

    private final ComparedCells cells;

    RevisionCheck(ComparedCells cells) {
        this.cells = cells;
    }

    private record Past(long values, long changed) {}

    Finding of(CheckRule.Revision rule) throws SQLException {
        Past past = cells.read(COUNT, row -> {
            row.next();
            return new Past(row.getLong("past"), row.getLong("changed"));
        });
        if (past.values() == 0) {
            return Findings.notApplicable(rule, FindingCode.NO_CURRENT_RELEASE);
        }
        BigDecimal changed = BigDecimal.valueOf(past.changed());
        BigDecimal values = BigDecimal.valueOf(past.values());
        if (changed.compareTo(rule.maxShare().multiply(values)) <= 0) {
            return Findings.passed(rule);
        }
        return Findings.found(
                rule,
                FindingCode.PAST_REVISED,
                cells.find(CHANGED),
                past.changed(),
                past.values(),
                Figures.plain(changed.multiply(HUNDRED).divide(values, SHARE)),
                Figures.plain(rule.maxShare().multiply(HUNDRED)));
    }
}
