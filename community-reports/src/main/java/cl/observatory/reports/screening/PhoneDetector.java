package cl.observatory.reports.screening;

import static cl.observatory.reports.screening.Shape.Start.NUMBER;
import static cl.observatory.reports.screening.Shape.Start.word;

import cl.observatory.reports.screening.Shape.Match;
import cl.observatory.reports.screening.Shape.Start;
import java.util.ArrayList;
import java.util.List;

/**
 * A telephone number of a person: Chilean mobile and fixed, with or without the code of the country, foreign ones with
 * it, shorter ones behind a word as {@code fono}. Numbers of services ({@code 133}, {@code *4242}, {@code 600} and
 * {@code 800}) stay.
 */
final class PhoneDetector implements Detector {

    private static final String GAP = "[ ./_·()-]{0,3}";

    private static final String CHILE = "(?:\\(?(?:\\+ {0,2}|00 ?|mas )?\\(?5 ?6\\)?" + GAP + ")";

    private static final String AREA = "(?:3[2-5]|4[1-35]|5[1-35-8]|6[1345789]|7[1-35])";

    private static final Start PLUS = (text, position) -> text.charAt(position) == '+';

    private static final Shape MOBILE = Shape.of(NUMBER.figures(9, 5), CHILE + "?\\(?0?9\\)?(?:" + GAP + "[0-9]){8}");

    private static final Shape FIXED_FROM_ABROAD =
            Shape.of(NUMBER.figures(10, 5), CHILE + "\\(?0?(?:2|" + AREA + ")\\)?(?:" + GAP + "[0-9]){7,8}");

    private static final Shape FIXED = Shape.of(
            NUMBER.figures(9, 5),
            "(?:\\(?0?2\\)?[ ./-]{0,3}[23][0-9]{3}[ ./-]{0,3}[0-9]{4}"
                    + "|\\(?0?2[23]\\)?[ ./-]{0,3}[0-9]{3}[ ./-]{0,3}[0-9]{4}"
                    + "|\\(?0?2\\)?[ ./-]{1,3}[23][0-9]{2}[ ./-]{1,2}[0-9]{2}[ ./-]{1,2}[0-9]{3}"
                    + "|\\(?0?2\\)?[ ./-]{0,3}[23][0-9](?:[ .-][0-9]{2}){3}"
                    + "|\\(?0?" + AREA + "\\)?[ ./-]{0,3}[23][0-9]{2}[ ./-]{0,3}[0-9]{4}"
                    + "|\\(?0?" + AREA + "\\)?[ ./-]{1,3}[23][0-9][ .-][0-9]{2}[ .-][0-9]{3}"
                    + "|\\(?0?" + AREA + "\\)?[ ./-]{1,3}[23][0-9]{2}[ .-][0-9]{2}[ .-][0-9]{2}"
                    + "|\\(?0?" + AREA + "\\)?[ ./-]{1,3}[23](?:[ .-][0-9]{2}){3}"
                    + "|\\(?0?" + AREA + "\\)?[ ./-]{1,3}[23][ .-]{1,2}[0-9]{3} ?[0-9]{3})");

    private static final Shape FOREIGN =
            Shape.of(PLUS.figures(8, 5), "\\+ ?\\(?[1-9][0-9]{0,2}\\)?(?:" + GAP + "[0-9]){7,12}");

    private static final String WORD = "(?:fonos?|telefonos?|telef|telfs?|tels?|celu|celus|celular|celulares|"
            + "cel|cels|"
            + "cell|whatsapps?|watsapps?|watsaps?|whatsap|whats|wsp|wpp?|wasap|wasapp|wassap|guasap|guatsap|wzp|"
            + "movil|llam(?:e|en|ar|ando|a|an|aron|o|enme|eme|arme|arlo|arla)|contact(?:o|ar|arme|en|arse)|"
            + "ubic(?:ar|arme|an)|marc(?:ar|an|ando))";

    private static final Shape BEHIND_WORD = Shape.of(
            word(
                    "fono", "tel", "cel", "what", "wats", "was", "wsp", "wp", "wzp", "gua", "movil", "llam", "contact",
                    "ubic", "marc"),
            "\\b" + WORD + "(?:[ \\n:;.,#°\"'*]|n°|nro|numero|num|no|es|era|el|"
                    + "al|la|a|mi|su|del|de|este|ese|fijo|movil|casa|trabajo|contacto|directo)*"
                    + "(\\(?[0-9](?:" + GAP + "[0-9]){6,11})");

    private static final Beside THOUSANDS = Beside.of("^[0-9]{1,3}(?:\\.[0-9]{3}){2,}(?:[^0-9]|$)");

    private static final Beside DICTATED = Beside.of("^(?:9|2|" + AREA + ")");

    private static final Beside RUT_LIKE =
            Beside.of("^(?:[0-9]{7,8} {0,2}- {0,2}[0-9]|[0-9]{1,2}(?:\\.[0-9]{3}){2} {0,2}-? {0,2}[0-9]|"
                    + "[0-9]{1,2}(?: [0-9]{3}){2}"
                    + "(?: {1,2}| {0,2}- {0,2})[0-9])$");

    /** Numbers of papers, goods and cases, which may have as many figures. */
    private static final Beside OF_A_PAPER =
            Beside.of("\\b(?:folios?|boletas?|facturas?|tickets?|series?|lotes?|sellos?|"
                    + "expedientes?|causas?|rol|rit|ruc|oficios?|resolucion|actas?|solicitud|medidor|cliente|"
                    + "codigo|serial|imei|"
                    + "orden|guia|parte|denuncia|decreto|id)(?:[ :.#°]|n°|nro|numero|no|de|el|la)*$");

    @Override
    public Kind kind() {
        return Kind.PHONE;
    }

    @Override
    public List<Span> find(FoldedText text) {
        String lower = text.lower();
        List<Span> spans = new ArrayList<>();
        if (Numbers.has(lower, 7)) {
            spans.addAll(MOBILE.in(text, match -> stands(lower, match) && isMobile(lower, match)));
            spans.addAll(FIXED_FROM_ABROAD.in(text, match -> stands(lower, match)));
            spans.addAll(FIXED.in(text, match -> stands(lower, match) && isFixed(lower, match)));
            spans.addAll(FOREIGN.in(text, match -> !Numbers.isDigit(lower, match.end())));
            spans.addAll(BEHIND_WORD.in(text, 1, match -> isTold(lower, match)));
        }
        for (SpokenNumbers.Run run : text.spoken()) {
            if (isDictated(run)) {
                spans.add(run.span());
            }
        }
        return spans;
    }

    private static boolean stands(String text, Match match) {
        return !Numbers.isPartOfLonger(text, match.behind(), match.start(), match.end())
                && !isBeginOfCode(text, match.start());
    }

    /** {@code X912345678}, one letter and figures, is some other code. */
    private static boolean isBeginOfCode(String text, int start) {
        return start > 0
                && Character.isLetter(text.charAt(start - 1))
                && !(start > 1 && Character.isLetter(text.charAt(start - 2)));
    }

    private static boolean isMobile(String text, Match match) {
        if (match.group().startsWith("+")) {
            return true;
        }
        boolean withCountry = Numbers.digits(match.group()).length() > 10;
        boolean other = THOUSANDS.isIn(text, match.start(), match.end())
                || RUT_LIKE.isIn(text, match.start(), match.end())
                || Numbers.isDate(text, match.start(), match.end())
                || Numbers.isAmount(text, match.start(), match.end())
                || OF_A_PAPER.isIn(text, match.start() - 30, match.start());
        return withCountry || !other;
    }

    private static boolean isFixed(String text, Match match) {
        boolean goesOn =
                match.start() > 1 && text.charAt(match.start() - 1) == ' ' && Numbers.isDigit(text, match.start() - 2);
        return !goesOn
                && !RUT_LIKE.isIn(text, match.start(), match.end())
                && !Numbers.isAmount(text, match.start(), match.end())
                && !OF_A_PAPER.isIn(text, match.start() - 30, match.start());
    }

    private static boolean isTold(String text, Match match) {
        int start = match.start(1);
        String digits = Numbers.digits(match.group(1));
        boolean service = digits.startsWith("600") || digits.startsWith("800");
        return !service
                && !Numbers.isDigit(text, match.end(1))
                && !THOUSANDS.isIn(text, start, match.end(1))
                && !RUT_LIKE.isIn(text, start, match.end(1))
                && !Numbers.isDate(text, start, match.end(1))
                && !Numbers.isAmount(text, start, match.end(1));
    }

    private static boolean isDictated(SpokenNumbers.Run run) {
        String digits = run.digits().replaceFirst("^(?:00)?56", "");
        boolean whole = digits.length() == 9 && DICTATED.isIn(digits);
        return whole && run.isDictated() && !run.isCounting();
    }
}
