package cl.observatory.ingest.reading;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationAttribute;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.ingest.conflict.ConflictType;
import cl.observatory.ingest.profile.ImportProfile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/**
 * Reads numbers as a publisher writes them. A number is taken only when it can mean one thing: separators of thousands
 * must part groups of three, and digits behind the decimals that the data set has must be zeros, unless the profile
 * rounds; in a whole number not three of them, which would be a group of thousands for another publisher.
 */
final class ValueReader {

    private static final int MAX_DIGITS = 15;

    private static final int MAX_FRACTION = 40;

    /** No character at all. */
    private static final int NONE = -1;

    private static final int THOUSANDS_GROUP = 3;

    private final Set<String> missing;
    private final char decimalSeparator;
    private final int thousandsSeparator;
    private final int decimals;
    private final int unitMult;
    private final boolean rounds;
    private final boolean exact;
    private final boolean count;
    private ConflictType conflict;

    ValueReader(ImportProfile profile, DatasetDefined dataset) {
        this(
                profile,
                dataset.decimals(),
                profile.unitMult(),
                profile.rounding() != null,
                dataset.kind().equals("COUNT") || dataset.kind().equals("POPULATION"));
    }

    /**
     * @param decimals of what is read
     * @param count whether it cannot be negative
     */
    private ValueReader(ImportProfile profile, int decimals, int unitMult, boolean rounds, boolean count) {
        missing = Set.copyOf(profile.missing());
        decimalSeparator = profile.decimalSeparator().charAt(0);
        thousandsSeparator = profile.thousandsSeparator() == null
                ? NONE
                : profile.thousandsSeparator().charAt(0);
        this.decimals = decimals;
        this.unitMult = unitMult;
        this.rounds = rounds;
        this.count = count;
        exact = unitMult == 0 && !rounds;
    }

    /** What stands beside an estimate: in the unit of the value, or a plain whole number; only interval ends may be negative. */
    static ValueReader ofAttribute(ImportProfile profile, DatasetDefined dataset, ObservationAttribute attribute) {
        boolean end = attribute == ObservationAttribute.LOWER_CI || attribute == ObservationAttribute.UPPER_CI;
        return attribute.isScaled()
                ? new ValueReader(profile, dataset.decimals(), profile.unitMult(), profile.rounding() != null, !end)
                : new ValueReader(profile, 0, 0, false, true);
    }

    /** Why the last text was not read, or null when it was. */
    ConflictType conflict() {
        return conflict;
    }

    /**
     * The number times ten to the power of the decimals, or {@link ObservationBatch#MISSING}.
     *
     * @param isNumber whether the file itself says that it is a number, written plainly with a point
     */
    long read(String text, boolean isNumber) {
        conflict = null;
        String number = text.strip();
        if ((!isNumber && missing.contains(number)) || (number.isEmpty() && missing.contains(""))) {
            return ObservationBatch.MISSING;
        }
        char decimalPoint = isNumber ? '.' : decimalSeparator;
        boolean negative = number.startsWith("-");
        int start = negative ? 1 : 0;
        int point = number.indexOf(decimalPoint, start);
        int end = point < 0 ? number.length() : point;
        long whole = whole(number, start, end, isNumber ? NONE : thousandsSeparator);
        long scaled = exact
                ? fraction(number, point < 0 ? number.length() : point + 1, whole)
                : rounded(number, point < 0 ? number.length() : point + 1, whole);
        if (conflict == null && point == number.length() - 1) {
            conflict = ConflictType.NOT_A_NUMBER;
        }
        if (conflict == null
                && exact
                && decimals == 0
                && point >= 0
                && number.length() - point - 1 == THOUSANDS_GROUP) {
            // 2.000 is two when the point parts decimals, and two thousand when the profile is wrong about it
            conflict = ConflictType.AMBIGUOUS_NUMBER;
        }
        if (conflict == null && negative && count) {
            conflict = ConflictType.NEGATIVE_COUNT;
        }
        return negative ? -scaled : scaled;
    }

    /** In units of another power of ten, or with more decimals than the data set has. */
    private long rounded(String number, int start, long whole) {
        if (conflict != null) {
            return 0;
        }
        String fraction = number.substring(Math.min(start, number.length()));
        if (fraction.length() > MAX_FRACTION || !fraction.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            conflict = ConflictType.NOT_A_NUMBER;
            return 0;
        }
        BigDecimal value = new BigDecimal(whole + "." + (fraction.isEmpty() ? "0" : fraction))
                .scaleByPowerOfTen(unitMult)
                .stripTrailingZeros();
        if (value.scale() > decimals && !rounds) {
            conflict = decimals == 0 ? ConflictType.NOT_WHOLE : ConflictType.TOO_PRECISE;
            return 0;
        }
        BigDecimal scaled = value.setScale(decimals, RoundingMode.HALF_EVEN);
        if (scaled.precision() > MAX_DIGITS) {
            conflict = ConflictType.NUMBER_TOO_LARGE;
            return 0;
        }
        return scaled.unscaledValue().longValueExact();
    }

    private long whole(String number, int start, int end, int separator) {
        long whole = 0;
        int digits = 0;
        int group = -1;
        for (int i = start; i < end; i++) {
            char character = number.charAt(i);
            if (character >= '0' && character <= '9') {
                whole = whole * 10 + character - '0';
                digits++;
                group = group < 0 ? group : group + 1;
            } else if (character == separator && digits > 0) {
                if (group < 0 ? digits > THOUSANDS_GROUP : group != THOUSANDS_GROUP) {
                    conflict = ConflictType.AMBIGUOUS_NUMBER;
                }
                group = 0;
            } else {
                conflict = ConflictType.NOT_A_NUMBER;
                return 0;
            }
            if (digits + decimals > MAX_DIGITS) {
                conflict = ConflictType.NUMBER_TOO_LARGE;
                return 0;
            }
        }
        if (digits == 0) {
            conflict = ConflictType.NOT_A_NUMBER;
        } else if (group >= 0 && group != THOUSANDS_GROUP) {
            conflict = ConflictType.AMBIGUOUS_NUMBER;
        }
        return whole;
    }

    private long fraction(String number, int start, long whole) {
        long scaled = whole;
        for (int i = start; i < number.length() || i < start + decimals; i++) {
            char digit = i < number.length() ? number.charAt(i) : '0';
            if (digit < '0' || digit > '9') {
                conflict = ConflictType.NOT_A_NUMBER;
                return 0;
            }
            if (i < start + decimals) {
                scaled = scaled * 10 + digit - '0';
            } else if (digit != '0' && conflict == null) {
                conflict = decimals == 0 ? ConflictType.NOT_WHOLE : ConflictType.TOO_PRECISE;
            }
        }
        return scaled;
    }
}
