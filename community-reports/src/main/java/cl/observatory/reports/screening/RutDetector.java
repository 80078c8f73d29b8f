package cl.observatory.reports.screening;

import static cl.observatory.reports.screening.Shape.Start.FIGURES;
import static cl.observatory.reports.screening.Shape.Start.word;

import cl.observatory.reports.screening.Shape.Match;
import java.util.ArrayList;
import java.util.List;

/**
 * A RUT or RUN: a number of seven or eight figures with the check digit that belongs to it, in whatever grouping. Beside
 * a word as {@code rut} or {@code carnet} the check digit may be wrong or missing.
 */
final class RutDetector implements Detector {

    private static final int LEAST_FIGURES = 7;

    private static final String CHECK = "([0-9k]|ka|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)";

    private static final String DASH = "(?: {0,2}[-/] {0,2}|[._,:]"
            + "| {0,2},? {0,2}(?:con )?(?:el )?(?:guion|raya|rayita|digito(?: verificador)?|dv)[:.]? {0,2})";

    private static final Shape WITH_DASH =
            Shape.of(FIGURES.figures(LEAST_FIGURES, 2), "([0-9](?:[ .,'·_-]{0,2}[0-9]){6,8})" + DASH + CHECK);

    private static final Shape WITHOUT_DASH =
            Shape.of(FIGURES.figures(LEAST_FIGURES, 2), "([0-9]{1,2}[.,][0-9]{3}[.,][0-9]{3}|[0-9]{7,8}) ?([0-9k])");

    private static final Beside CHECK_BEHIND = Beside.of("^ {0,2}- {0,2}[0-9k]");

    private static final Shape IN_BLANKS =
            Shape.of(FIGURES.figures(LEAST_FIGURES, 2), "([0-9]{1,2} [0-9]{3} [0-9]{3}) {1,2}([0-9k])");

    private static final Beside CHECK_SPOKEN = Beside.of("^" + DASH + CHECK + "\\b");

    private static final String WORD =
            "(?:rut|run|r\\. ?u\\. ?[tn]\\.?|rol unico|cedulas?|carnets?|" + "carne|c\\.i\\.?|ci|dni|identidad)";

    private static final String BETWEEN =
            "(?:[ \\n:;.,#°\"'(=-]|n°|nro|numero|num|no|es|era|el|la|de|del|que|dice|mi|su|tu|"
                    + "identidad|nacional|unico|tributario|chilen[oa]|empresa|sociedad|dueno|duena|senora?|titular)*";

    private static final String LOOSE = "[0-9](?:[ .,'·_/-]{0,2}[0-9]){5,9}(?: {0,2}-? {0,2}k)?";

    private static final Shape BEHIND_WORD = Shape.of(
            word("rut", "run", "r.", "rol unico", "cedula", "carne", "c.i", "ci", "dni", "identidad"),
            WORD + BETWEEN + "(" + LOOSE + "(?:" + DASH + CHECK + ")?)");

    private static final Shape BEFORE_WORD = Shape.of(
            FIGURES.figures(LEAST_FIGURES - 1, 2),
            "(" + LOOSE + "),? {0,2}(?:\\( ?|(?:ese )?es (?:mi|su|el) )(?:rut|run|carnet|" + "cedula)\\b");

    private static final Beside WORD_NEAR = Beside.of("\\b" + WORD + BETWEEN + "$");

    @Override
    public Kind kind() {
        return Kind.RUT;
    }

    @Override
    public List<Span> find(FoldedText text) {
        String lower = text.lower();
        List<Span> spans = new ArrayList<>();
        if (Numbers.has(lower, LEAST_FIGURES - 1)) {
            spans.addAll(WITH_DASH.in(text, match -> stands(lower, match) && isRight(match.group(1), match.group(2))));
            spans.addAll(WITHOUT_DASH.in(text, match -> stands(lower, match) && isNoOther(lower, match)));
            spans.addAll(IN_BLANKS.in(text, match -> stands(lower, match) && isRight(match.group(1), match.group(2))));
            spans.addAll(BEHIND_WORD.in(text, 1, match -> isNamed(lower, match)));
            spans.addAll(BEFORE_WORD.in(text, 1, match -> !Numbers.isDigit(lower, match.start() - 1)));
        }
        for (SpokenNumbers.Run run : text.spoken()) {
            if (isSpoken(lower, run)) {
                int end = run.span().end();
                spans.add(new Span(run.span().start(), end + CHECK_SPOKEN.lengthAt(lower, end)));
            }
        }
        return spans;
    }

    /** Whether the check digit is the one of the number by modulus 11. */
    static boolean isRight(String number, String check) {
        String digits = Numbers.digits(number).replaceFirst("^0+", "");
        if (digits.length() < LEAST_FIGURES || digits.length() > LEAST_FIGURES + 1) {
            return false;
        }
        return checkDigit(digits) == plain(check);
    }

    static char checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = 2 + i % 6;
            sum += weight * (digits.charAt(digits.length() - 1 - i) - '0');
        }
        int rest = 11 - sum % 11;
        return rest == 11 ? '0' : rest == 10 ? 'k' : (char) ('0' + rest);
    }

    private static char plain(String check) {
        return check.length() == 1 || "ka".equals(check)
                ? check.charAt(0)
                : SpokenNumbers.in(check).getFirst().digits().charAt(0);
    }

    private static boolean stands(String text, Match match) {
        return !Numbers.isLetterOrDigit(text, match.end())
                && !Numbers.isPartOfLonger(text, match.behind(), match.start(), match.end())
                && !isLetterGlued(text, match.start());
    }

    /** {@code A1234567-8} is some other code. */
    private static boolean isLetterGlued(String text, int start) {
        return start > 0 && Character.isLetter(text.charAt(start - 1));
    }

    private static boolean isNoOther(String text, Match match) {
        boolean mobile = match.end() - match.start() == 9 && text.charAt(match.start()) == '9';
        return !mobile
                && !CHECK_BEHIND.isIn(text, match.end(), match.end() + 6)
                && isRight(match.group(1), match.group(2))
                && !Numbers.isDate(text, match.start(), match.end())
                && !Numbers.isAmount(text, match.start(), match.end());
    }

    private static boolean isNamed(String text, Match match) {
        return !Numbers.isDigit(text, match.end())
                && !Numbers.isDate(text, match.start(1), match.end())
                && !Numbers.isAmount(text, match.start(1), match.end());
    }

    private static boolean isSpoken(String text, SpokenNumbers.Run run) {
        String digits = run.digits();
        int start = run.span().start();
        return digits.length() > LEAST_FIGURES && WORD_NEAR.isIn(text, start - 40, start);
    }
}
