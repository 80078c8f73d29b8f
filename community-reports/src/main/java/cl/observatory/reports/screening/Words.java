package cl.observatory.reports.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The words and numbers of a folded text, and what stands between them. */
final class Words {

    private static final int WIDEST_BLANK = 2;

    private final FoldedText text;
    private final List<Span> words = new ArrayList<>();
    private final List<String> written = new ArrayList<>();

    private Words(FoldedText text) {
        this.text = text;
    }

    static Words of(FoldedText text) {
        Words words = new Words(text);
        String lower = text.lower();
        int position = 0;
        while (position < lower.length()) {
            int end = position;
            while (end < lower.length() && isOfWord(lower, end)) {
                end++;
            }
            if (end > position) {
                words.words.add(new Span(position, end));
                words.written.add(lower.substring(position, end));
            }
            position = end + 1;
        }
        return words;
    }

    int size() {
        return words.size();
    }

    /** In small letters; nothing before the first word and behind the last one. */
    String at(int index) {
        return isThere(index) ? written.get(index) : "";
    }

    boolean isOneOf(int index, Set<String> some) {
        return some.contains(at(index));
    }

    int start(int index) {
        return words.get(index).start();
    }

    int end(int index) {
        return words.get(index).end();
    }

    /** What stands between a word and the one before it; nothing behind the last word. */
    String gapBefore(int index) {
        if (!isThere(index)) {
            return "";
        }
        int from = index == 0 ? 0 : end(index - 1);
        return text.lower().substring(from, start(index));
    }

    /** Whether only a blank, or the dot of a short form and a blank, parts a word from the one before it. */
    boolean goesOn(int index) {
        return isThere(index) && index > 0 && isBlank(end(index - 1), start(index), ".");
    }

    /** Whether only a blank parts a word from the one before it, but for one of some signs. */
    boolean goesOnWith(int index, String signs) {
        return isThere(index) && index > 0 && isBlank(end(index - 1), start(index), signs);
    }

    boolean isCapital(int index) {
        return isThere(index) && text.isCapital(start(index));
    }

    boolean isAllCapitals(int index) {
        return isThere(index) && text.isAllCapitals(start(index), end(index));
    }

    boolean isNumber(int index) {
        return isThere(index) && Character.isDigit(text.lower().charAt(start(index)));
    }

    private boolean isThere(int index) {
        return index >= 0 && index < words.size();
    }

    private boolean isBlank(int from, int to, String signs) {
        String lower = text.lower();
        int blank = from < to && signs.indexOf(lower.charAt(from)) >= 0 ? from + 1 : from;
        for (int i = blank; i < to; i++) {
            if (lower.charAt(i) != ' ') {
                return false;
            }
        }
        return from < to && to - blank <= WIDEST_BLANK;
    }

    private static boolean isOfWord(String text, int position) {
        char character = text.charAt(position);
        boolean within = Numbers.isLetterOrDigit(text, position - 1) && Numbers.isLetterOrDigit(text, position + 1);
        return Character.isLetterOrDigit(character) || (character == '\'' && within);
    }
}
