package cl.observatory.reports.screening;

import static cl.observatory.reports.screening.Shape.Start.TOKEN;
import static cl.observatory.reports.screening.Shape.Start.word;

import cl.observatory.reports.screening.Shape.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The plate of a vehicle: four letters and two figures, two letters and four figures, three letters and two figures or
 * one nought more, together or parted by a dot, dash or blank. What could be something else needs a vehicle or a word as
 * {@code patente} near it; directly behind such a word foreign plates are taken too.
 */
final class PlateDetector implements Detector {

    /** The letters of plates since 2007. */
    private static final String LETTER = "[bcdfghjklprstvwxyz]";

    private static final String GAP = "( ?[.·-] ?| {1,2})?";

    private static final Shape FOUR_LETTERS =
            Shape.of(PlateDetector::isBegin, LETTER + "{2}(?:[ .·-]?)" + LETTER + "{2}" + GAP + "[0-9]{2}");

    private static final Shape TWO_LETTERS =
            Shape.of(PlateDetector::isBegin, "([a-z]{2})" + GAP + "(?:([0-9]{4})|[0-9]{2} ?([ .·-]) ?[0-9]{2})");

    private static final Shape THREE_LETTERS =
            Shape.of(PlateDetector::isBegin, "(" + LETTER + "{3})" + GAP + "(?:0[0-9]{2}|[0-9]{2})");

    private static final String WORD = "(?:patentes?|placas?|chapa|matricula|ppu|p\\.p\\.u\\.?)";

    private static final String BETWEEN = "(?:[ \\n:.,#°\"'(]+(?:n|nro|numero|es|era|la|unica|patente|placa|ppu|"
            + "color|"
            + "argentina|boliviana|peruana|chilena|brasilena|venezolana|extranjera)\\b)*[ \\n:.,#°\"'(]*";

    private static final Shape BEHIND_WORD = Shape.of(
            word("patente", "placa", "chapa", "matricula", "ppu", "p.p.u"),
            "\\b" + WORD + BETWEEN + "([a-z]{2}[ .·-]?[0-9]{3}[ .·-]?[a-z]{2}\\b|[a-z]{3}[ .·-]?[0-9][a-z][0-9]{2}"
                    + "|(?:[a-z][ .·-]?){2,5}(?:[0-9][ .·-]?){1,3}[0-9]|" + LETTER + "{5}[ .·-]?[0-9]"
                    + "|[0-9]{3,4}[.·-]?[a-z]{3})");

    private static final Beside VEHICLE =
            Beside.of("\\b(?:" + WORD + "|anot\\w{1,6}|encargo|portonazo|autos?|vehiculos?|"
                    + "camionetas?|furgon|furgones|motos?|motocicletas?|motoneta|sedan|city ?car|hatchback|suv|"
                    + "jeep|camion|camiones|"
                    + "tolva|station|taxis?|colectivos?|micro|buses|bus|van|movil|minibus|pick ?up|scooter|"
                    + "cuatrimoto|acoplado|"
                    + "remolque|grua|toyota|hyundai|kia|nissan|chevrolet|suzuki|mazda|ford|peugeot|mitsubishi|"
                    + "volkswagen|renault|"
                    + "citroen|fiat|honda|yamaha|bmw|mercedes|audi|chery|mg|jac|maxus|subaru|volvo|ssangyong|"
                    + "dodge|haval)\\b");

    private static final int NEAR = 60;

    private static final int FARTHEST_FIGURE = 9;

    /** Short names of something, which may have a number behind them. */
    private static final Set<String> SHORT_NAMES = WordList.of(
            "jjvv, cctv, fndr, fnsp, hdtv, ccss, rrss, rrhh, rrpp, ddhh, ffcc, ggvv, pdf, gps, spd, pvc, wsp, "
                    + "hrs, kgs, lts, pts, tdt, pcr, rrr, uv, jv, cc, km, kg, ha, mt, cm, mm, uf, am, pm, hr, pc, tv, lg, "
                    + "ds, dl, ac, dc, fc, mz, lt, dp, av, hp");

    /** Words of two letters, which are none before a dash or figures in capitals. */
    private static final Set<String> SHORT_WORDS = WordList.of(
            "de, en, el, la, lo, un, se, no, al, me, te, le, ya, si, mi, tu, su, es, os, ex, ni, va, vi, ve, da, "
                    + "di, fe, ir, re, so, yo, ha, he, nº, pa, xq");

    @Override
    public Kind kind() {
        return Kind.PLATE;
    }

    @Override
    public List<Span> find(FoldedText text) {
        String lower = text.lower();
        if (!Numbers.has(lower, 2)) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        spans.addAll(FOUR_LETTERS.in(text, match -> stands(lower, match) && isFour(text, match)));
        spans.addAll(TWO_LETTERS.in(text, match -> stands(lower, match) && isTwo(text, match)));
        spans.addAll(THREE_LETTERS.in(text, match -> stands(lower, match) && isThree(text, match)));
        spans.addAll(BEHIND_WORD.in(text, 1, match -> isNamed(text, match)));
        return spans;
    }

    /** Letters, and a figure not much further on. */
    private static boolean isBegin(String text, int position) {
        if (!Character.isLetter(text.charAt(position)) || !TOKEN.isAt(text, position)) {
            return false;
        }
        for (int i = position + 2; i < position + FARTHEST_FIGURE; i++) {
            if (Numbers.isDigit(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean stands(String text, Match match) {
        return !Numbers.isLetterOrDigit(text, match.start() - 1) && !Numbers.isLetterOrDigit(text, match.end());
    }

    private static boolean isFour(FoldedText text, Match match) {
        String letters = match.group().replaceAll("[^a-z]", "");
        boolean blank = match.group().indexOf(' ') >= 0;
        return !SHORT_NAMES.contains(letters) && (!blank || isPlain(text, match) || isNearVehicle(text, match));
    }

    private static boolean isPlain(FoldedText text, Match match) {
        return text.isAllCapitals(match.start(), match.end());
    }

    private static boolean isTwo(FoldedText text, Match match) {
        if (isWord(text, match.group(1), match.start(), match.end())) {
            return false;
        }
        boolean parted = isSign(match.group(2)) && isSign(match.group(4));
        boolean year = match.group(3) != null && match.group(3).matches("(?:19|20)[0-9]{2}");
        boolean capitals = isPlain(text, match) && match.group().indexOf(' ') < 0 && !year;
        return parted || capitals || (isNearVehicle(text, match) && !year);
    }

    private static boolean isThree(FoldedText text, Match match) {
        String gap = match.group(2) == null ? "" : match.group(2);
        boolean clear = gap.contains("·") || (!gap.contains(" ") && isPlain(text, match));
        return !SHORT_NAMES.contains(match.group(1)) && (clear || isNearVehicle(text, match));
    }

    private static boolean isSign(String gap) {
        return gap != null && !gap.isBlank();
    }

    private static boolean isNamed(FoldedText text, Match match) {
        String first = match.group(1).split("[ .·0-9-]", 2)[0];
        return !Numbers.isLetterOrDigit(text.lower(), match.end(1))
                && !isWord(text, first, match.start(1), match.end(1));
    }

    private static boolean isWord(FoldedText text, String letters, int start, int end) {
        String plate = text.lower().substring(start, end);
        boolean written =
                plate.indexOf(' ') < 0 && (text.isAllCapitals(start, end) || plate.matches("[a-z]+[·-][0-9]+"));
        return SHORT_NAMES.contains(letters) || (SHORT_WORDS.contains(letters) && !written);
    }

    private static boolean isNearVehicle(FoldedText text, Match match) {
        return VEHICLE.isIn(text.lower(), match.start() - NEAR, match.start())
                || VEHICLE.isIn(text.lower(), match.end(), match.end() + NEAR);
    }
}
