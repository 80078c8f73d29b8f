package cl.observatory.reports.screening;

/** What figures in a text are when they are nobody's number: money, things that are counted, dates. */
final class Numbers {

    private static final int BESIDE = 24;

    private static final Beside CURRENCY_BEFORE = Beside.of("(?:[$€£]|\\b(?:clp|usd|eur|uf|utm)) ?$");

    private static final Beside UNIT_AFTER = Beside.of("^(?:,?-)? ?(?:%|°|(?:de )?(?:pesos|peso|lucas|luca|"
            + "palos|palo|"
            + "gambas|mil|miles|millon|millones|mm|m|mt|mts|mts2|m2|metros|metro|km|kms|kilometros|kilos|kg|"
            + "gramos|gr|grs|litros|cuadras|hectareas|uf|utm|usd|clp|dolares|euros|por ciento|"
            + "hrs|hr|hora|horas|am|pm|minutos|min|grados|veces|"
            + "personas|vecinos|habitantes|gente|adherentes|firmas|familias|casos|menores|jovenes)\\b)");

    private static final Beside PLURAL_AFTER = Beside.of("^ [a-z]{3,20}[aeiou]s\\b");

    private static final Beside NO_PLURAL = Beside.of(
            "^ (?:nos|los|las|mas|pues|entonces|todos los|todas las|antes|despues|detras|ademas|unos|unas)\\b");

    private static final Beside DATE = Beside.of("^(?:(?:0?[1-9]|[12]\\d|3[01])[-/. ]{1,3}(?:0?[1-9]|"
            + "1[0-2])[-/. ]{1,3}"
            + "(?:(?:19|20)\\d\\d|\\d\\d)(?:\\D|$)|(?:19|20)\\d\\d[-/. ]{1,3}(?:0[1-9]|1[0-2])[-/. ]{1,3}"
            + "(?:0[1-9]|[12]\\d|3[01])(?:\\D|$))");

    private Numbers() {}

    /** Whether a currency stands before it, or a unit or what is counted behind it. */
    static boolean isAmount(String text, int start, int end) {
        return CURRENCY_BEFORE.isIn(text, start - 6, start) || UNIT_AFTER.isIn(text, end, end + BESIDE);
    }

    /** Whether things are told to be so many: an amount, or a word in the plural behind it. */
    static boolean isCount(String text, int start, int end) {
        return isAmount(text, start, end)
                || (PLURAL_AFTER.isIn(text, end, end + BESIDE) && !NO_PLURAL.isIn(text, end, end + BESIDE));
    }

    /** Whether it begins with a day of a year. */
    static boolean isDate(String text, int start, int end) {
        return DATE.isIn(text, start, Math.min(end + 1, start + BESIDE));
    }

    /**
     * Whether it goes on from figures before it, as after a dot, or into figures behind it.
     *
     * @param from before which the text is no part of anything any more
     */
    static boolean isPartOfLonger(String text, int from, int start, int end) {
        boolean before = start > from
                && (isDigit(text, start - 1)
                        || (start - 1 > from && isJoint(text, start - 1) && isDigit(text, start - 2)));
        return before || isDigit(text, end) || (isDecimalSign(text, end) && isDigit(text, end + 1));
    }

    static boolean isDigit(String text, int position) {
        return position >= 0 && position < text.length() && Character.isDigit(text.charAt(position));
    }

    static boolean isLetterOrDigit(String text, int position) {
        return position >= 0 && position < text.length() && Character.isLetterOrDigit(text.charAt(position));
    }

    /** The figures alone. */
    static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }

    /**
     * Whether so many figures stand from a position on.
     *
     * @param widest most characters before the first of them, and between two
     */
    static boolean follow(String text, int position, int least, int widest) {
        int left = least;
        int apart = 0;
        for (int i = position; i < text.length() && left > 0 && apart <= widest; i++) {
            if (Character.isDigit(text.charAt(i))) {
                left--;
                apart = 0;
            } else {
                apart++;
            }
        }
        return left == 0;
    }

    /** Whether a text has so many figures at all: the cheapest way to be done with it. */
    static boolean has(String text, int digits) {
        int left = digits;
        for (int i = 0; i < text.length() && left > 0; i++) {
            if (Character.isDigit(text.charAt(i))) {
                left--;
            }
        }
        return left <= 0;
    }

    private static boolean isJoint(String text, int position) {
        return position >= 0 && ".,-/".indexOf(text.charAt(position)) >= 0;
    }

    private static boolean isDecimalSign(String text, int position) {
        return position < text.length() && ".,".indexOf(text.charAt(position)) >= 0;
    }
}
