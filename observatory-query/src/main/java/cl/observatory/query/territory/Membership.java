package cl.observatory.query.territory;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Cells told under the code of a member are cells of a territory, in the division of a time.
 *
 * @param from first day of the division, {@link #FIRST} for the first
 * @param until first day on which it no longer held, {@link #END} for the last
 * @param weight share of the member that the territory has, null when nobody knows it; negative for what it passed on
 * @param unlessTold holds only where the territory of this code has no cell of its own; null without condition
 */
record Membership(String code, String member, LocalDate from, LocalDate until, BigDecimal weight, String unlessTold) {

    static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    static final LocalDate END = LocalDate.of(9999, 12, 31);

    /** Whether the two are of one territory and of divisions that follow one another. */
    boolean isFollowedBy(Membership next) {
        return until.equals(next.from) && equals(next.during(from, until));
    }

    Membership during(LocalDate first, LocalDate end) {
        return new Membership(code, member, first, end, weight, unlessTold);
    }
}
