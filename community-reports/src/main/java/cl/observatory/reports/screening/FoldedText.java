package cl.observatory.reports.screening;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A text in the few characters that detectors look for, each with its place in the original: digits of every script are
 * {@code 0–9}, letters have no accents, dashes, blanks, dots and quotes are one each, what looks like a Latin letter or
 * an at sign is one, and what cannot be seen is gone.
 *
 * <p>A marker is one character that nothing matches, {@link #BARRIER}.
 */
final class FoldedText {

    /** For private use in Unicode; where a reporter writes it herself it becomes a blank. */
    static final char BARRIER = '\uE000';

    private static final Map<Integer, String> ALIKE = alike();

    /** What most characters of a text become, looked up before it comes. */
    private static final List<String> LATIN =
            IntStream.range(0, 0x100).mapToObj(FoldedText::decomposed).toList();

    private final StringBuilder cased;
    private int[] starts;
    private int[] ends;
    private String lower;
    private int[] begins;
    private List<SpokenNumbers.Run> spoken;
    private Words words;

    private FoldedText(String text) {
        cased = new StringBuilder(text.length());
        starts = new int[text.length()];
        ends = new int[text.length()];
    }

    static FoldedText of(String text) {
        FoldedText folded = new FoldedText(text);
        int position = 0;
        while (position < text.length()) {
            position += folded.append(text, position);
        }
        folded.lower = folded.lowered();
        folded.begins = IntStream.range(0, folded.lower.length())
                .filter(folded::isBegin)
                .toArray();
        folded.spoken = SpokenNumbers.in(folded.lower);
        folded.words = Words.of(folded);
        return folded;
    }

    /** Without accents and in small letters. */
    String lower() {
        return lower;
    }

    /** Where anything may begin: at the first of some letters or figures, at each sign, and at an at sign in letters. */
    int[] begins() {
        return begins;
    }

    /** Numbers dictated in words. */
    List<SpokenNumbers.Run> spoken() {
        return spoken;
    }

    Words words() {
        return words;
    }

    private boolean isBegin(int position) {
        char character = lower.charAt(position);
        if (Character.isLetter(character)) {
            return position == 0
                    || !Character.isLetter(lower.charAt(position - 1))
                    || lower.startsWith(EmailDetector.AT_IN_LETTERS, position);
        }
        return character != ' ' && !(Character.isDigit(character) && Numbers.isDigit(lower, position - 1));
    }

    boolean isCapital(int position) {
        return position < cased.length() && Character.isUpperCase(cased.charAt(position));
    }

    /** Whether the part has no letter that is not a capital. */
    boolean isAllCapitals(int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLetter(cased.charAt(i)) && !Character.isUpperCase(cased.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Where a part of the folded text stands in the original, with the marks and unseen characters behind it. */
    Span original(Span span) {
        return new Span(starts[span.start()], ends[span.end() - 1]);
    }

    private int append(String text, int position) {
        if (text.charAt(position) == '[') {
            for (String marker : Kind.MARKERS) {
                if (text.startsWith(marker, position)) {
                    append(BARRIER, position, position + marker.length());
                    return marker.length();
                }
            }
        }
        int point = text.codePointAt(position);
        int width = Character.charCount(point);
        String seen = folded(point);
        if (seen.isEmpty() && !cased.isEmpty() && cased.charAt(cased.length() - 1) != BARRIER) {
            ends[cased.length() - 1] = position + width;
        }
        for (int i = 0; i < seen.length(); i++) {
            append(seen.charAt(i), position, position + width);
        }
        return width;
    }

    private void append(char seen, int start, int end) {
        int at = cased.length();
        if (at == starts.length) {
            starts = Arrays.copyOf(starts, 2 * at);
            ends = Arrays.copyOf(ends, 2 * at);
        }
        starts[at] = start;
        ends[at] = end;
        cased.append(seen);
    }

    private static String folded(int point) {
        return point < LATIN.size() ? LATIN.get(point) : decomposed(point);
    }

    private static String decomposed(int point) {
        String alike = ALIKE.get(point);
        if (alike != null) {
            return alike;
        }
        if (point < 0x7f && point >= ' ') {
            return Character.toString(point);
        }
        if (Character.isDigit(point)) {
            return Integer.toString(Character.digit(point, 10));
        }
        String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
        StringBuilder seen = new StringBuilder();
        parts.codePoints().forEach(part -> seen.append(plain(part)));
        return seen.toString();
    }

    private static String plain(int point) {
        String alike = ALIKE.get(point);
        if (alike != null) {
            return alike;
        }
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> "";
            case Character.SPACE_SEPARATOR, Character.PRIVATE_USE -> " ";
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> "\n";
            case Character.DASH_PUNCTUATION -> "-";
            case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> "\"";
            default -> Character.toString(point);
        };
    }

    private String lowered() {
        StringBuilder small = new StringBuilder(cased.length());
        for (int i = 0; i < cased.length(); i++) {
            small.append(Character.toLowerCase(cased.charAt(i)));
        }
        return small.toString();
    }

    /** What Unicode does not decompose to the character that a reader takes it for. */
    private static Map<Integer, String> alike() {
        Map<Integer, String> alike = new HashMap<>();
        each(alike, "авекмнорстухіѕјԁԛԝһӏ", "abekmhopctyxisjdqwhl");
        each(alike, "АВЕКМНОРСТУХІЅЈԚԜҺ", "ABEKMHOPCTYXISJQWH");
        each(alike, "αβεικνορτυχ", "abeikvoptux");
        each(alike, "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX");
        each(alike, "ıȷɡᴋᴏ", "ijgko");
        each(alike, "ⓐⒶ", "@@");
        each(alike, "❶❷❸❹❺❻❼❽❾➀➁➂➃➄➅➆➇➈", "123456789123456789");
        each(alike, "➊➋➌➍➎➏➐➑➒⓵⓶⓷⓸⓹⓺⓻⓼⓽⓿", "1234567891234567890");
        each(alike, "•∙⋅‧・･", "······");
        each(alike, "。｡", "..");
        each(alike, "−⁃", "--");
        each(alike, "´`’‘‛′‵ʹʻʼʽˈ", "''''''''''''");
        each(alike, "“”„‟″‶ʺ", "\"\"\"\"\"\"\"");
        each(alike, "º˚∘", "°°°");
        each(alike, "\t\u2800\u3164\u115F\u1160\uFFA0", "      ");
        each(alike, "\n\r\u000B\f\u0085", "\n\n\n\n\n");
        alike.put((int) 'ª', "a");
        alike.put((int) '№', "n°");
        return Map.copyOf(alike);
    }

    private static void each(Map<Integer, String> alike, String from, String to) {
        for (int i = 0; i < from.length(); i++) {
            alike.put((int) from.charAt(i), to.substring(i, i + 1));
        }
    }
}
