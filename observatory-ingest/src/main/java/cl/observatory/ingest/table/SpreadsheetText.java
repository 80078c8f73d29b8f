package cl.observatory.ingest.table;

import java.util.regex.Pattern;

/** Texts in CSV files that people open with a spreadsheet. */
public final class SpreadsheetText {

    private static final String FORMULA = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9., ]*");

    private SpreadsheetText() {}

    /** A text that a spreadsheet would run as a formula, with an apostrophe before it; numbers and dashes as they are. */
    public static String neutral(String text) {
        if (text.length() < 2
                || FORMULA.indexOf(text.charAt(0)) < 0
                || NUMBER.matcher(text).matches()) {
            return text;
        }
        return "'" + text;
    }
}
