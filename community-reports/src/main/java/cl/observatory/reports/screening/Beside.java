package cl.observatory.reports.screening;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** What has to stand right before or behind something, as a regular expression on a few characters there. */
final class Beside {

    private final Pattern pattern;

    private Beside(String expression) {
        this.pattern = Pattern.compile(expression);
    }

    static Beside of(String expression) {
        return new Beside(expression);
    }

    /** Whether it stands somewhere in a text. */
    boolean isIn(String text) {
        return pattern.matcher(text).find();
    }

    /** Whether it stands somewhere in a part of a text; positions beyond its edges are its edges. */
    boolean isIn(String text, int start, int end) {
        return isIn(text.substring(Math.max(0, start), Math.min(text.length(), end)));
    }

    /** How much of a text an expression that begins with {@code ^} takes from a position on. */
    int lengthAt(String text, int position) {
        Matcher matcher = pattern.matcher(text.substring(position, Math.min(text.length(), position + Shape.LONGEST)));
        return matcher.find() ? matcher.end() : 0;
    }

    /** How much of a text before a position an expression that ends with {@code $} takes. */
    int lengthBefore(String text, int position) {
        Matcher matcher = pattern.matcher(text.substring(Math.max(0, position - Shape.LONGEST), position));
        return matcher.find() ? matcher.end() - matcher.start() : 0;
    }
}
