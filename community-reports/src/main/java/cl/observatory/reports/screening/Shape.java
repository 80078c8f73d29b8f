package cl.observatory.reports.screening;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How something is written, as a regular expression that is tried where it may begin, on the next {@link #LONGEST}
 * characters. The engine looks at a character once for each part of the expression, never again, so that a text costs a
 * constant times its length. That constant is large, so a {@link Start} lets in hardly more than what the expression takes.
 */
final class Shape {

    static final int LONGEST = 200;

    private final Start start;
    private final Pattern pattern;

    private Shape(Start start, String expression) {
        this.start = start;
        this.pattern = Pattern.compile(expression);
    }

    static Shape of(Start start, String expression) {
        return new Shape(start, expression);
    }

    /** Where it stands; finds do not lie on each other. */
    List<Span> in(FoldedText text, Predicate<Match> fits) {
        return in(text, 0, fits);
    }

    /** Where a group of it stands. */
    List<Span> in(FoldedText folded, int group, Predicate<Match> fits) {
        String text = folded.lower();
        List<Span> spans = new ArrayList<>();
        int behind = 0;
        for (int position : folded.begins()) {
            if (position >= behind && start.isAt(text, position)) {
                Matcher matcher =
                        pattern.matcher(text.substring(position, Math.min(text.length(), position + LONGEST)));
                Match match = new Match(matcher, position, behind);
                if (matcher.lookingAt() && matcher.end() > 0 && fits.test(match)) {
                    spans.add(new Span(match.start(group), match.end(group)));
                    behind = match.end(group);
                }
            }
        }
        return spans;
    }

    /** Where a shape may begin, among the {@link FoldedText#begins} of a text. */
    @FunctionalInterface
    interface Start {

        /** At the first of some figures. */
        Start FIGURES = (text, position) -> Numbers.isDigit(text, position) && !Numbers.isDigit(text, position - 1);

        /** At the first of some figures or a sign before them. */
        Start NUMBER = (text, position) -> FIGURES.isAt(text, position) || "+-(@".indexOf(text.charAt(position)) >= 0;

        /** At the first of some letters. */
        Start LETTERS = (text, position) -> Character.isLetter(text.charAt(position))
                && (position == 0 || !Character.isLetter(text.charAt(position - 1)));

        /** At the first of some letters and figures. */
        Start TOKEN = (text, position) ->
                Character.isLetterOrDigit(text.charAt(position)) && !Numbers.isLetterOrDigit(text, position - 1);

        boolean isAt(String text, int position);

        /** At the first of some letters if a word stands there that begins as one of these. */
        static Start word(String... begins) {
            String initials = Arrays.stream(begins)
                    .map(begin -> begin.substring(0, 1))
                    .distinct()
                    .collect(Collectors.joining());
            return (text, position) -> initials.indexOf(text.charAt(position)) >= 0
                    && LETTERS.isAt(text, position)
                    && beginsAsOneOf(begins, text, position);
        }

        private static boolean beginsAsOneOf(String[] begins, String text, int position) {
            for (String begin : begins) {
                if (text.startsWith(begin, position)) {
                    return true;
                }
            }
            return false;
        }

        /**
         * The same where there are enough figures.
         *
         * @param widest most characters before the first of them, and between two
         */
        default Start figures(int least, int widest) {
            return (text, position) -> isAt(text, position) && Numbers.follow(text, position, least, widest);
        }
    }

    /**
     * A match with its positions in the whole text.
     *
     * @param behind where the find before it ends, or the begin of the text
     */
    record Match(Matcher matcher, int offset, int behind) {

        int start() {
            return offset;
        }

        int end() {
            return offset + matcher.end();
        }

        int start(int group) {
            return offset + matcher.start(group);
        }

        int end(int group) {
            return offset + matcher.end(group);
        }

        String group() {
            return matcher.group();
        }

        /** What a group took, or null if it took no part. */
        String group(int group) {
            return matcher.group(group);
        }
    }
}
