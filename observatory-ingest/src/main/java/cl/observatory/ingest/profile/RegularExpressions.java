package cl.observatory.ingest.profile;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/** Expressions that callers write: RE2, whose matching takes time in proportion to the text, whatever they write. */
final class RegularExpressions {

    private RegularExpressions() {}

    /** Empty when it is no regular expression. */
    static Optional<Pattern> compile(String expression) {
        try {
            return Optional.of(Pattern.compile(expression));
        } catch (PatternSyntaxException malformed) {
            return Optional.empty();
        }
    }
}
