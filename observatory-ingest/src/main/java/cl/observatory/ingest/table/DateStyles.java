package cl.observatory.ingest.table;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;

/** Which styles of cells show their number as a date. */
final class DateStyles {

    /** Longest format that workbooks allow. */
    private static final int LONGEST_FORMAT = 255;

    /** Most styles that workbooks allow. */
    private static final int MAX_STYLES = 65_536;

    private final Map<Integer, String> formats = new HashMap<>();
    private final BitSet dates = new BitSet();
    private int styles;

    /** A format that the workbook defines itself; to be told before the styles that use it. */
    void addFormat(int number, String format) {
        if (format != null && format.length() <= LONGEST_FORMAT && formats.size() < MAX_STYLES) {
            formats.put(number, format);
        }
    }

    /** The next style, by its format. */
    void addStyle(int format) {
        if (styles < MAX_STYLES) {
            dates.set(styles++, DateUtil.isADateFormat(format, formats.get(format)));
        }
    }

    boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }
}
