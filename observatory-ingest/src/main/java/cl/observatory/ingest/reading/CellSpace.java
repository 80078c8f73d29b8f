package cl.observatory.ingest.reading;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.TerritoriesPublished.Territory;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * All cells that a data set can have, numbered: territory, period and codes of the dimensions as digits of one number. A
 * code's digit is its place in the order that {@link CodeReaders} use, too.
 */
public final class CellSpace {

    private static final int AREA = 0;
    private static final int PERIOD = 1;

    /** More than the months of ten thousand years. */
    private static final long PERIODS = 1L << 17;

    private final Frequency frequency;
    private final List<List<String>> codes;

    private CellSpace(Frequency frequency, List<List<String>> codes) {
        this.frequency = frequency;
        this.codes = codes;
    }

    static CellSpace of(DatasetDefined dataset, Schemes schemes) {
        List<List<String>> codes = new ArrayList<>();
        codes.add(schemes.territories().table().territories().stream()
                .map(Territory::code)
                .toList());
        codes.add(List.of());
        dataset.dimensions()
                .forEach(dimension -> codes.add(
                        List.copyOf(new TreeSet<>(schemes.classifications().codes(dimension.scheme())))));
        return new CellSpace(dataset.frequency(), codes);
    }

    /** How many digits a number has: territory, period, dimensions. */
    int digits() {
        return codes.size();
    }

    /** How many codes a digit can be. */
    long size(int digit) {
        return digit == PERIOD ? PERIODS : codes.get(digit).size();
    }

    /** The digits of a cell's number. */
    int[] digitsOf(long ordinal) {
        int[] digits = new int[codes.size()];
        long rest = ordinal;
        for (int i = digits.length - 1; i >= AREA; i--) {
            digits[i] = (int) (rest % size(i));
            rest /= size(i);
        }
        return digits;
    }

    long ordinal(int[] digits) {
        long ordinal = 0;
        for (int i = 0; i < digits.length; i++) {
            ordinal = ordinal * size(i) + digits[i];
        }
        return ordinal;
    }

    String code(int digit, int place) {
        return digit == PERIOD ? period(place).toString() : codes.get(digit).get(place);
    }

    Period period(int place) {
        return Period.of(frequency, place / frequency.perYear(), place % frequency.perYear() + 1);
    }
}
