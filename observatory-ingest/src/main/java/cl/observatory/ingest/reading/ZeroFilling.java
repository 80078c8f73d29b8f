package cl.observatory.ingest.reading;

import cl.observatory.events.reference.TerritoriesPublished.Territory;
import cl.observatory.events.time.Period;
import cl.observatory.ingest.access.OwnTerritories;
import cl.observatory.ingest.profile.ZeroFill;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.roaringbitmap.longlong.LongIterator;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/**
 * Zeros where a publisher leaves them out: every combination of territories of the sender, periods between the first and the last of
 * the file, and codes that the file uses in each dimension.
 */
public final class ZeroFilling {

    private final CellSpace space;
    private final List<Territory> territories;
    private final OwnTerritories own;
    private final Roaring64Bitmap cells;
    private final List<TreeSet<Integer>> used = new ArrayList<>();

    /**
     * @param cells numbers of the cells that the file has; at least one
     */
    public ZeroFilling(CellSpace space, Schemes schemes, Roaring64Bitmap cells) {
        this.space = space;
        this.territories = schemes.territories().table().territories();
        this.own = schemes.own();
        this.cells = cells;
        for (int i = 0; i < space.digits(); i++) {
            used.add(new TreeSet<>());
        }
        for (LongIterator all = cells.getLongIterator(); all.hasNext(); ) {
            int[] digits = space.digitsOf(all.next());
            for (int i = 0; i < digits.length; i++) {
                used.get(i).add(digits[i]);
            }
        }
    }

    /** How many cells there are at most, those of the file among them. */
    public double size(ZeroFill how, String level) {
        double size = periods().size() * (double) areas(how, level).size();
        for (int i = 2; i < used.size(); i++) {
            size *= used.get(i).size();
        }
        return size;
    }

    /**
     * Hands on a zero for each cell that the file does not have.
     *
     * @param status of the zeros
     * @return how many there are
     */
    public long fill(ZeroFill how, String level, String status, CellSink sink) throws SQLException {
        long filled = 0;
        String[] codes = new String[space.digits() + 1];
        codes[codes.length - 1] = status;
        int[] digits = new int[space.digits()];
        for (int area : areas(how, level)) {
            for (int period : periods()) {
                if (exists(territories.get(area), space.period(period))) {
                    digits[0] = area;
                    digits[1] = period;
                    filled += fill(digits, 2, codes, sink);
                }
            }
        }
        return filled;
    }

    private long fill(int[] digits, int digit, String[] codes, CellSink sink) throws SQLException {
        if (digit < digits.length) {
            long filled = 0;
            for (int code : used.get(digit)) {
                digits[digit] = code;
                filled += fill(digits, digit + 1, codes, sink);
            }
            return filled;
        }
        if (cells.contains(space.ordinal(digits))) {
            return 0;
        }
        for (int i = 0; i < digits.length; i++) {
            codes[i] = space.code(i, digits[i]);
        }
        sink.add(codes, 0);
        return 1;
    }

    private List<Integer> periods() {
        TreeSet<Integer> periods = used.get(1);
        List<Integer> all = new ArrayList<>();
        for (int period = periods.first(); period <= periods.last(); period++) {
            all.add(period);
        }
        return all;
    }

    private List<Integer> areas(ZeroFill how, String level) {
        if (how == ZeroFill.TERRITORIES_OF_FILE) {
            return List.copyOf(used.getFirst());
        }
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < territories.size(); i++) {
            Territory territory = territories.get(i);
            if (territory.level().equals(level) && own.includes(territory.code())) {
                all.add(i);
            }
        }
        return all;
    }

    /** Whether a territory exists on the first day of a period. */
    private static boolean exists(Territory territory, Period period) {
        LocalDate day = period.start();
        return (territory.validFrom() == null || !territory.validFrom().isAfter(day))
                && (territory.validTo() == null || territory.validTo().isAfter(day));
    }
}
