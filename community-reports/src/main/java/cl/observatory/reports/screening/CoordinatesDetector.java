package cl.observatory.reports.screening;

import static cl.observatory.reports.screening.Shape.Start.FIGURES;
import static cl.observatory.reports.screening.Shape.Start.NUMBER;
import static cl.observatory.reports.screening.Shape.Start.TOKEN;
import static cl.observatory.reports.screening.Shape.Start.word;

import cl.observatory.reports.screening.Shape.Match;
import java.util.ArrayList;
import java.util.List;

/**
 * A place on the map: two decimal figures of at least three decimals with a sign, a cardinal point or a word, degrees and
 * minutes in signs or in words, UTM, a plus code or three words.
 */
final class CoordinatesDetector implements Detector {

    private static final String POINT = "(?:sur|norte|oeste|este|poniente|oriente|[nsweo]\\b)";

    private static final int MOST_DEGREE_FIGURES = 3;

    private static final String DEGREES = "[0-9]{1,3}[.,][0-9]{1,14}";

    private static final String LONGITUDE =
            "(?:" + POINT + "[ :]{0,2})?(?:lon|long|longitud|lng)(?: (?:oeste|w|o))?\\.? {0,2}[:=]? {0,2}";

    private static final Shape DECIMAL = Shape.of(
            CoordinatesDetector::isDecimal,
            "(@)?([+-] ?)?(" + DEGREES + ")( ?°? ?" + POINT + ")?( ?°)?"
                    + "(?: {0,2}[,;/|] {0,2}| {1,3}| {1,2}y {1,2}|\\n)(" + LONGITUDE + "|[weo] {0,2})?([+-] ?)?("
                    + DEGREES
                    + ")( ?°? ?" + POINT + ")?(,[0-9]{1,4}(?:\\.[0-9]{1,3})?[zm]\\b)?");

    private static final Shape LABELLED = Shape.of(
            word("lat", "lon", "lng"),
            "\\b(?:lat|latitud|lon|long|longitud|lng)(?: (?:sur|oeste|norte))?\\.? {0,2}[:=]? {0,2}"
                    + "((?:[nswo] ?)?[+-]? ?" + DEGREES + "(?: ?°? ?" + POINT + ")?)");

    private static final Beside POINT_BEFORE = Beside.of("\\b[nsweo][ :]{0,2}$");

    private static final Beside PERCENT = Beside.of("^ ?(?:%|por ciento)");

    private static final Beside LABEL = Beside.of("\\b(?:lat|latitud|coordenadas?|gps|ubicacion)\\b[^0-9]{0,12}$");

    private static final String DEGREE =
            "[0-9]{1,3} {0,2}(?:°|grados?|gr\\b) {0,2},? {0,2}(?:(?:y|con) )?[0-9]{1,2}(?:[.,][0-9]{1,8})? {0,2}"
                    + "(?:'|minutos?|min\\b\\.?)";

    private static final String SECOND =
            "(?: {0,2},? {0,2}(?:(?:y|con) )?[0-9]{1,2}(?:[.,][0-9]{1,8})? {0,2}(?:\"|''|segundos?|seg\\b\\.?))?";

    private static final String HALF = DEGREE + SECOND + "(?: {0,2}(?:de )?(?:latitud |longitud )?" + POINT + ")?";

    private static final Shape IN_MINUTES = Shape.of(
            CoordinatesDetector::isDegree,
            "(" + HALF + ")((?: {0,2}[,;/|y] {0,2}| {1,3}|)(?:" + LONGITUDE + "|[weo] ?)?" + HALF + ")?");

    private static final Beside POINTED = Beside.of("(?:[nsweo]|sur|norte|oeste|este)$");

    private static final Shape IN_FIGURES = Shape.of(
            FIGURES.figures(6, 5),
            "\\b[0-9]{1,2} [0-9]{1,2} [0-9]{1,2}(?:[.,][0-9]{1,4})? ?[sn][ ,;/]{1,3}"
                    + "[0-9]{1,3} [0-9]{1,2} [0-9]{1,2}(?:[.,][0-9]{1,4})? ?[weo]\\b");

    private static final String EAST = "0?[0-9]{3}[. ]?[0-9]{3}(?:[.,][0-9]{1,3})? ?m?";

    private static final String NORTH = "[0-9][. ]?[0-9]{3}[. ]?[0-9]{3}(?:[.,][0-9]{1,3})? ?m?";

    private static final Shape UTM = Shape.of(
            TOKEN.figures(13, 20),
            "(?:\\be(?:ste)?[ :=]{1,3})?" + EAST + " ?(?:mE|e|este)?[ ,;/]{1,3}(?:y )?(?:n(?:orte)?[ :=]{1,3})?" + NORTH
                    + "(?: ?(?:s|n|norte|sur))?\\b");

    private static final Beside UTM_NEAR = Beside.of("\\b(?:utm|huso|zona|1[89] ?[fghjk]|12 ?j|este|norte|e|n|s)\\b");

    private static final Shape PLUS_CODE = Shape.of(
            CoordinatesDetector::isPlusCode, "\\b[23456789cfghjmpqrvwx]{4,8}\\+[23456789cfghjmpqrvwx]{2,3}\\b");

    private static final Shape THREE_WORDS = Shape.of(
            (text, position) -> text.startsWith("///", position), "///[a-z]{2,20}\\.[a-z]{2,20}\\.[a-z]{2,20}");

    @Override
    public Kind kind() {
        return Kind.COORDINATES;
    }

    @Override
    public List<Span> find(FoldedText text) {
        String lower = text.lower();
        List<Span> spans = new ArrayList<>();
        if (Numbers.has(lower, 4)) {
            spans.addAll(withPoint(lower, DECIMAL.in(text, match -> isPlace(lower, match))));
            spans.addAll(LABELLED.in(text, 1, match -> isOnEarth(match.group(1))));
            spans.addAll(withPoint(lower, IN_MINUTES.in(text, match -> isWhole(lower, match))));
            spans.addAll(IN_FIGURES.in(text, match -> true));
            spans.addAll(UTM.in(text, match -> isUtm(lower, match)));
        }
        if (lower.indexOf('+') >= 0) {
            spans.addAll(PLUS_CODE.in(text, match -> match.group().chars().anyMatch(Character::isLetter)));
        }
        if (lower.contains("///")) {
            spans.addAll(THREE_WORDS.in(text, match -> true));
        }
        return spans;
    }

    /** A sign, one to three figures, a decimal sign and a figure. */
    private static boolean isDecimal(String text, int position) {
        if (!NUMBER.isAt(text, position)) {
            return false;
        }
        int figures = position;
        while (figures < text.length() && "@+- ".indexOf(text.charAt(figures)) >= 0) {
            figures++;
        }
        int end = behindFigures(text, figures);
        return end > figures
                && end < text.length()
                && ".,".indexOf(text.charAt(end)) >= 0
                && Numbers.isDigit(text, end + 1);
    }

    /** One to three figures, and a sign or a word for degrees. */
    private static boolean isDegree(String text, int position) {
        if (!FIGURES.isAt(text, position)) {
            return false;
        }
        int end = behindFigures(text, position);
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        return end < text.length() && "°g".indexOf(text.charAt(end)) >= 0;
    }

    private static int behindFigures(String text, int position) {
        int end = position;
        while (Numbers.isDigit(text, end)) {
            end++;
        }
        return end - position > MOST_DEGREE_FIGURES ? position : end;
    }

    private static boolean isPlusCode(String text, int position) {
        int longest = Math.min(text.length(), position + 9);
        return position + 4 < longest && text.indexOf('+', position + 4, longest) >= 0 && TOKEN.isAt(text, position);
    }

    private static boolean isPlace(String text, Match match) {
        if (Numbers.isDigit(text, match.start() - 1) || Numbers.isDigit(text, match.end())) {
            return false;
        }
        String latitude = match.group(3);
        String longitude = match.group(8);
        boolean pointed = (match.group(4) != null && match.group(9) != null)
                || (match.group(6) != null && POINT_BEFORE.lengthBefore(text, match.start()) > 0);
        boolean named = match.group(1) != null
                || (match.group(6) != null && match.group(6).contains("l"))
                || LABEL.isIn(text, match.start() - 30, match.start());
        int most = Math.max(decimals(latitude), decimals(longitude));
        boolean signed = match.group(2) != null && match.group(7) != null;
        boolean enough =
                pointed || named || (signed && most > 2) || Math.min(decimals(latitude), decimals(longitude)) > 3;
        return enough
                && isOnEarth(latitude)
                && isOnEarth(longitude)
                && !PERCENT.isIn(text, match.end(), match.end() + 12);
    }

    /** With the cardinal point before it, as in {@code S33.45}. */
    private static List<Span> withPoint(String text, List<Span> spans) {
        return spans.stream()
                .map(span -> new Span(span.start() - POINT_BEFORE.lengthBefore(text, span.start()), span.end()))
                .toList();
    }

    private static int decimals(String degrees) {
        return degrees.length() - 1 - Math.max(degrees.indexOf('.'), degrees.indexOf(','));
    }

    private static boolean isOnEarth(String degrees) {
        String whole = degrees.replaceFirst("[.,][0-9]+.*$", "").replaceAll("[^0-9]", "");
        return Integer.parseInt(whole) <= 180;
    }

    /** One half alone needs its seconds or its cardinal point: {@code 8° 15 minutos} is a class and its break. */
    private static boolean isWhole(String text, Match match) {
        String half = match.group(1);
        boolean precise = half.contains("\"")
                || half.contains("''")
                || half.contains("seg")
                || (POINTED.isIn(half) && half.contains("'"));
        return !Numbers.isDigit(text, match.start() - 1) && (match.group(2) != null || precise);
    }

    private static boolean isUtm(String text, Match match) {
        return !Numbers.isLetterOrDigit(text, match.start() - 1)
                && !Numbers.isDigit(text, match.end())
                && !Numbers.isAmount(text, match.start(), match.end())
                && (UTM_NEAR.isIn(text, match.start() - 25, match.start())
                        || UTM_NEAR.isIn(text, match.start(), match.end()));
    }
}
