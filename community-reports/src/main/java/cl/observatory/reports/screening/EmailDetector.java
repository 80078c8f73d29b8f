package cl.observatory.reports.screening;

import cl.observatory.reports.screening.Shape.Match;
import cl.observatory.reports.screening.Shape.Start;
import java.util.ArrayList;
import java.util.List;

/**
 * An e-mail address, also with {@code arroba}, {@code (at)}, {@code punto} and blanks, or with a well-known host and no
 * ending. {@code vecin@s} and an {@code @} that is a weight stay.
 *
 * <p>It looks at each at sign, for a host behind it, and then for a name before it.
 */
final class EmailDetector implements Detector {

    static final String ENDING =
            "(?:cl|com|net|org|es|gob|gov|edu|info|biz|io|co|ar|pe|bo|br|mx|uy|ec|ve|py|us|uk|eu|fr|de|it|"
                    + "pt|ca|cn|ru|tk|me|tv|cc|store|shop|online|site|xyz|app|dev|club|top|vip|live|link|pro|"
                    + "tech|web|email|mail|"
                    + "lat|cloud|blog|news|digital|agency|world|group|space|fun|mobi|name|cat|int|mil)";

    private static final String WELL_KNOWN =
            "(?:g ?mail|gmial|gmai|hotmail|hotmial|hotmal|outlook|yahoo|ymail|live|icloud|"
                    + "protonmail|proton|tutanota|vtr|entelchile|terra|msn|aol|zoho|gmx)";

    static final String AT_IN_LETTERS = "arroba";

    private static final String AT = "(?:@{1,2}|[(\\[{<] ?(?:@|at|arroba|a) ?[)\\]}>]|arroba|at )";

    private static final String DOT =
            "(?: {0,2}[(\\[{<] ?(?:punto|dot|\\.) ?[)\\]}>] {0,2}| {1,2}(?:punto|dot) {1,2}|[.,·])";

    private static final String LABEL = "[\\pL\\d_-]+";

    private static final Start AT_SIGN = (text, position) -> "@([{<".indexOf(text.charAt(position)) >= 0
            || text.startsWith(AT_IN_LETTERS, position)
            || text.startsWith(" at ", position - 1);

    private static final Shape PLAIN = Shape.of(AT_SIGN, "@{1,2}(" + LABEL + ")(?:[.·]" + LABEL + "){1,5}");

    private static final Shape TOLD =
            Shape.of(AT_SIGN, AT + " {0,2}(" + LABEL + ")" + DOT + "(?:" + LABEL + DOT + "){0,3}" + ENDING + "\\b");

    private static final Shape AT_WELL_KNOWN =
            Shape.of(AT_SIGN, AT + " {0,2}(" + WELL_KNOWN + ")\\b(?:(?: {0,2}[.,] {0,2}| )" + ENDING + "\\b)?");

    private static final Beside JOINT =
            Beside.of("(?: {1,2}(?:punto|dot|guion(?: bajo)?) {1,2}| ?[(\\[](?:punto|dot|guion)[)\\]] ?)$");

    private static final int WIDEST_BLANK = 2;

    @Override
    public Kind kind() {
        return Kind.EMAIL;
    }

    @Override
    public List<Span> find(FoldedText text) {
        String lower = text.lower();
        List<Span> spans = new ArrayList<>();
        for (Span host : PLAIN.in(text, EmailDetector::isHost)) {
            add(spans, startOfPart(lower, host.start()), host);
        }
        List<Span> told = new ArrayList<>(TOLD.in(text, EmailDetector::isHost));
        told.addAll(AT_WELL_KNOWN.in(text, match -> true));
        for (Span host : told) {
            add(spans, startOfName(lower, host.start()), host);
        }
        return spans;
    }

    /** {@code tod@s.Gracias}, a blank forgotten, is no address. */
    private static boolean isHost(Match match) {
        return !"s".equals(match.group(1));
    }

    private static void add(List<Span> spans, int name, Span host) {
        if (name < host.start()) {
            spans.add(new Span(name, host.end()));
        }
    }

    private static int startOfName(String text, int at) {
        int behind = at;
        while (behind > 0 && at - behind < WIDEST_BLANK && text.charAt(behind - 1) == ' ') {
            behind--;
        }
        int start = startOfPart(text, behind);
        if (start == behind) {
            return at;
        }
        int joint = JOINT.lengthBefore(text, start);
        while (joint > 0) {
            int part = startOfPart(text, start - joint);
            joint = part < start - joint ? JOINT.lengthBefore(text, part) : 0;
            start = Math.min(start, part);
        }
        return start;
    }

    private static int startOfPart(String text, int end) {
        int start = end;
        while (start > 0 && end - start < Shape.LONGEST && isOfName(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isOfName(char character) {
        return Character.isLetterOrDigit(character) || "._%+'·-".indexOf(character) >= 0;
    }
}
