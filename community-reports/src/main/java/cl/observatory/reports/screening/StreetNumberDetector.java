package cl.observatory.reports.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A street with its number, with or without a word for the street; a passage and a house; a block and a flat. Streets,
 * roads, blocks, bus lines and kilometres without the number of a house stay.
 *
 * <p>It looks at each number and goes back from it over a few words.
 */
final class StreetNumberDetector implements Detector {

    private static final int LONGEST_NAME = 6;

    private static final int LONGEST_UNNAMED = 4;

    private static final Set<String> STREET = WordList.of(
            "avenida, avda, av, ave, calle, pasaje, pasage, psje, pasj, pje, psj, pj, camino, paseo, diagonal, "
                    + "alameda, costanera, callejon, circunvalacion");

    private static final Set<String> NAMES = Set.of("alameda", "costanera", "diagonal", "circunvalacion");

    /** What a house has within it, or a street has instead of numbers. */
    private static final Set<String> UNIT =
            WordList.of("depto, dpto, dto, departamento, depa, casa, oficina, lote, sitio, parcela, local, block, blk, "
                    + "bloque, torre, edificio, manzana, mza, mz");

    private static final Set<String> HOME = Set.of("depto", "dpto", "dto", "departamento", "depa", "casa", "parcela");

    private static final Set<String> AROUND_HOME = WordList.of("block, blk, bloque, torre, edificio, manzana, mza, mz");

    private static final Set<String> NUMBER = Set.of("n", "nro", "num", "numero", "numeracion", "no");

    private static final Set<String> ARTICLE = WordList.of("los, las, el, la, lo, san, santa, santo");

    private static final Set<String> PLACING =
            WordList.of("en, a, de, del, al, por, es, hasta, desde, hacia, y, frente, vivo, vive, viven, direccion, "
                    + "domicilio, taller, ante, entre");

    private static final Set<String> CARDINAL = Set.of("norte", "sur", "oriente", "poniente");

    private static final Set<String> ROAD = Set.of("ruta", "autopista", "carretera", "km", "kilometro");

    private static final Set<String> LINK = Set.of("de", "del", "la", "las", "los", "el", "y");

    private static final Set<String> MONTH =
            WordList.of("enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, setiembre, octubre, "
                    + "noviembre, diciembre");

    private static final Set<String> NOT_IN_A_NAME = WordList.fromFile("not-in-a-street-name.txt");

    private static final Beside UNITS_BEHIND =
            Beside.of("^(?:,? {0,2}(?:[-y] {0,2})?(?:depto|dpto|dto|departamento|depa|dp|"
                    + "manzana|mza|mz|oficina|ofic|of|block|blk|bloque|torre|casa|piso|local|bodega|lote|sitio|"
                    + "parcela|interior|int)\\.? {0,2}"
                    + "(?:n°|nro\\.?|numero|#)? {0,2}(?:[0-9]{1,5}(?:-?[a-z]\\b)?|[a-z]\\b(?:-?[0-9]{1,4})?)){1,3}");

    private static final Beside LETTER_BEHIND = Beside.of("^ ?- ?[a-z]\\b");

    @Override
    public Kind kind() {
        return Kind.STREET_NUMBER;
    }

    @Override
    public List<Span> find(FoldedText text) {
        if (!Numbers.has(text.lower(), 1)) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        Words words = text.words();
        for (int i = 0; i < words.size(); i++) {
            if (isHouse(words.at(i)) && stands(text.lower(), words.start(i), words.end(i))) {
                int start = new House(text.lower(), words, i).start();
                if (start >= 0) {
                    spans.add(new Span(start, end(text.lower(), words.end(i))));
                }
            }
        }
        return spans;
    }

    private static boolean isHouse(String word) {
        int digits = Numbers.digits(word).length();
        boolean letter = !word.isEmpty() && Character.isLetter(word.charAt(word.length() - 1));
        return digits > 0
                && digits < 6
                && word.length() == digits + (letter ? 1 : 0)
                && Character.isDigit(word.charAt(0));
    }

    private static boolean stands(String text, int start, int end) {
        boolean goesOn = end < text.length() && " -/".indexOf(text.charAt(end)) >= 0 && Numbers.isDigit(text, end + 1);
        return !goesOn && !Numbers.isPartOfLonger(text, 0, start, end);
    }

    private static int end(String text, int house) {
        int end = house + LETTER_BEHIND.lengthAt(text, house);
        return end + UNITS_BEHIND.lengthAt(text, end);
    }

    /** A number that may be that of a house, and what leads to it. */
    private record House(String text, Words words, int index) {

        /** Where the address begins, or -1 if it is none. */
        int start() {
            int sign = sign();
            boolean signed = sign < index || words.gapBefore(index).indexOf('#') >= 0;
            int last = sign - 1;
            boolean leads = signed || words.goesOnWith(index, ".,");
            if (!leads || last < 0 || isHour()) {
                return -1;
            }
            if (words.isOneOf(last, UNIT)) {
                return ofUnit(last, signed);
            }
            boolean counted = !signed && Numbers.isCount(text, words.start(index), end());
            int street = street(last);
            if (street >= 0) {
                boolean comma = !signed && words.gapBefore(index).indexOf(',') >= 0 && digits() < 3 && !hasUnits();
                boolean doubtful = comma || (counted && !isCapitalised(street + 1, last));
                return isNamed(street, last) && !doubtful ? words.start(street) : -1;
            }
            if (words.isOneOf(last, CARDINAL) && words.isNumber(last - 1)) {
                boolean road = words.isOneOf(last - 2, ROAD);
                return road || counted || digits() < 3 ? -1 : words.start(last - 1);
            }
            return counted ? -1 : unnamed(last, signed);
        }

        /** The first word of {@code N°}, {@code número}, {@code con el}, {@code a la altura del} before the number, or it. */
        private int sign() {
            if (words.isOneOf(index - 1, NUMBER) && !words.gapBefore(index).contains(",")) {
                return index - 1;
            }
            String before = words.at(index - 2) + " " + words.at(index - 1);
            if (!words.goesOn(index)) {
                return index;
            }
            if ("altura del".equals(before) || "altura de".equals(before)) {
                return "la".equals(words.at(index - 3)) ? index - ("a".equals(words.at(index - 4)) ? 4 : 3) : index - 2;
            }
            if ("llegar a".equals(before) || "llegar al".equals(before)) {
                return index - ("al".equals(words.at(index - 3)) ? 3 : 2);
            }
            boolean two = "con el".equals(before);
            boolean one = "altura".equals(words.at(index - 1)) || ("al".equals(words.at(index - 1)) && digits() > 2);
            return two ? index - 2 : one ? index - 1 : index;
        }

        private boolean isHour() {
            int end = words.end(index);
            return end < text.length() && ":%°".indexOf(text.charAt(end)) >= 0;
        }

        /** {@code casa 90} of a passage, {@code block 8 depto 72}, {@code depto 302}; a block alone has many homes. */
        private int ofUnit(int unit, boolean signed) {
            int street = words.goesOnWith(unit, ".,") ? street(unit - 1) : -1;
            if (street >= 0 && street < unit - 1) {
                return words.start(street);
            }
            int around = unit - 2;
            boolean within = words.goesOnWith(unit, ".,")
                    && words.goesOnWith(unit - 1, ".")
                    && words.at(unit - 1).length() < 4;
            if (within && words.isOneOf(around, AROUND_HOME)) {
                return words.start(around);
            }
            if (hasUnits()) {
                return words.start(unit);
            }
            boolean counted = !signed && Numbers.isCount(text, words.start(index), end());
            return words.isOneOf(unit, HOME) && !counted ? words.start(unit) : -1;
        }

        /** The word for a street, over the words of its name, or -1. */
        private int street(int last) {
            int first = Math.max(0, last - LONGEST_NAME);
            for (int i = last; i >= first; i--) {
                if (words.isOneOf(i, STREET)) {
                    return i;
                }
                if (words.isOneOf(i, MONTH)) {
                    return isDay(i) ? i - 3 : -1;
                }
                boolean link = (words.isOneOf(i, LINK) && i < last) || isLettered(i);
                if ((!link && words.isOneOf(i, NOT_IN_A_NAME)) || !words.goesOn(i)) {
                    return -1;
                }
            }
            return -1;
        }

        /** {@code calle A}. */
        private boolean isLettered(int index) {
            return words.at(index).length() == 1 && words.isCapital(index) && words.isOneOf(index - 1, STREET);
        }

        /** Whether something names the street besides the word for streets; {@code Alameda} does so itself. */
        private boolean isNamed(int street, int last) {
            boolean itself = words.isOneOf(street, NAMES) || "gran".equals(words.at(street - 1));
            return street < last || hasUnits() || (itself && digits() > 2);
        }

        /** Whether a street is named after a day, as {@code calle 21 de Mayo}. */
        private boolean isDay(int month) {
            return "de".equals(words.at(month - 1)) && words.isNumber(month - 2) && words.isOneOf(month - 3, STREET);
        }

        /** The name of a street without a word for it, led to by {@code en}, {@code a} and the like, or -1. */
        private int unnamed(int last, boolean signed) {
            boolean service = isService() && !words.isOneOf(last - 1, ARTICLE);
            boolean whole = signed ? digits() > 1 : digits() > 2 && !service;
            if (!whole || (!signed && isYear() && !hasUnits())) {
                return -1;
            }
            int first = last;
            boolean article = false;
            while (first > last - LONGEST_UNNAMED && !article) {
                if (words.isOneOf(first, PLACING)) {
                    break;
                }
                article = words.isOneOf(first, ARTICLE);
                if ((!article && words.isOneOf(first, NOT_IN_A_NAME))
                        || words.isOneOf(first, MONTH)
                        || words.isNumber(first)) {
                    return -1;
                }
                first--;
                if (first < 0 || !words.goesOn(first + 1)) {
                    break;
                }
            }
            int name = first + 1;
            boolean placed = first >= 0 && words.isOneOf(first, PLACING) && words.goesOn(name);
            boolean begins = first < 0 || !words.goesOn(name);
            boolean capitals = isCapitalised(name, last);
            int length = last - name + 1;
            boolean lone = words.isOneOf(last, ARTICLE);
            boolean told = capitals
                    ? placed || (begins && (length > 1 || hasUnits()))
                    : length > 1 && (placed || (begins && hasUnits()));
            return length > 0 && !lone && told ? words.start(name) : -1;
        }

        private boolean isCapitalised(int first, int last) {
            for (int i = first; i <= last; i++) {
                if (!words.isCapital(i) && !words.isNumber(i) && !(i < last && words.isOneOf(i, LINK))) {
                    return false;
                }
            }
            return first <= last;
        }

        private boolean hasUnits() {
            return UNITS_BEHIND.lengthAt(text, end() + LETTER_BEHIND.lengthAt(text, end())) > 0;
        }

        private int end() {
            return words.end(index);
        }

        private int digits() {
            return Numbers.digits(words.at(index)).length();
        }

        private boolean isYear() {
            return words.at(index).matches("(?:19|20)[0-9]{2}");
        }

        /** {@code 133} and the like. */
        private boolean isService() {
            return words.at(index).matches("1[34][0-9]|14[0-9]{2}");
        }
    }
}
