package cl.observatory.reports.screening;

import static cl.observatory.reports.screening.Shape.Start.TOKEN;
import static cl.observatory.reports.screening.Shape.Start.word;

import cl.observatory.reports.screening.Shape.Match;
import java.util.ArrayList;
import java.util.List;

/** A web address, with or without its scheme, and the name of an account in a social network. */
final class UrlDetector implements Detector {

    private static final String REST = "[^\\s\"<>" + FoldedText.BARRIER + "]";

    /** Endings that are words in Spanish, as in {@code plaza.Es}, need a path behind them. */
    private static final String CLEAR_ENDING =
            "cl|com|net|org|gov|gob|edu|info|biz|io|store|shop|online|site|xyz|app|dev|club|"
                    + "vip|live|link|bet|casino|gg|ly|tk|ar|pe|br|mx|uy|blog|website|space|cloud|lat|tienda|page|gl";

    private static final Shape WITH_SCHEME = Shape.of(
            word("http", "hxxp", "ftp", "tg", "whatsapp", "www"),
            "(?:h(?:tt|xx)ps?|ftp|tg|whatsapp) ?: ?/ ?/ ?" + REST + "+|www ?\\. ?" + REST + "{2,}");

    private static final Shape HOST = Shape.of(
            UrlDetector::isHostBegin,
            "[\\pL\\d][\\pL\\d_-]*(?:\\.[\\pL\\d_-]+){0,4}\\.((?:" + EmailDetector.ENDING + "|" + CLEAR_ENDING
                    + ")\\b)(?::[0-9]{2,5})?(/" + REST + "*|[?#]" + REST + "+)?");

    private static final Beside CLEAR = Beside.of("^(?:" + CLEAR_ENDING + ")$");

    private static final String DOT = "(?: punto | ?[(\\[] ?punto ?[)\\]] ?)";

    private static final Shape TOLD = Shape.of(
            TOKEN,
            "(?:(?:www|doble ?u|triple ?w)(?:" + DOT + "|\\. ?| ))?[\\pL\\d-]+(?:" + DOT + "[\\pL\\d-]+){0,2}" + DOT
                    + "(?:cl|com|net|org)\\b");

    private static final Shape HANDLE =
            Shape.of((text, position) -> text.charAt(position) == '@', "@([a-z0-9_][a-z0-9_.]+)");

    private static final Shape NETWORK = Shape.of(
            word(
                    "ig",
                    "insta",
                    "tik",
                    "telegram",
                    "face",
                    "fb",
                    "twit",
                    "snapchat",
                    "discord",
                    "onlyfans",
                    "threads",
                    "kick"),
            "(?:ig|insta|instagram|instagran|tiktok|tik tok|telegram|facebook|"
                    + "face|fb|twitter|snapchat|discord|onlyfans|threads|kick|twitch)(?:[ :,/]{1,3}(?:es|el|la|"
                    + "perfil|cuenta|usuario|user|"
                    + "de|como)\\b)*[ :,/]{1,3}([a-z0-9]{1,20}(?:[._][a-z0-9_.]+|[0-9]{2,6}))\\b");

    @Override
    public Kind kind() {
        return Kind.URL;
    }

    @Override
    public List<Span> find(FoldedText text) {
        String lower = text.lower();
        List<Span> spans = new ArrayList<>();
        if (lower.indexOf('/') >= 0 || lower.contains("www")) {
            spans.addAll(whole(lower, WITH_SCHEME.in(text, match -> true)));
        }
        if (lower.indexOf('.') >= 0) {
            spans.addAll(whole(lower, HOST.in(text, match -> isHost(text, match))));
        }
        if (lower.contains("punto")) {
            spans.addAll(TOLD.in(text, match -> true));
        }
        spans.addAll(whole(lower, HANDLE.in(text, match -> isHandle(lower, match))));
        spans.addAll(NETWORK.in(text, 1, match -> true));
        return spans;
    }

    /** A word with a dot right behind it, and more behind the dot. */
    private static boolean isHostBegin(String text, int position) {
        if (!TOKEN.isAt(text, position)) {
            return false;
        }
        int end = position;
        while (end < position + Shape.LONGEST && isOfLabel(text, end)) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '.' && Numbers.isLetterOrDigit(text, end + 1);
    }

    private static boolean isOfLabel(String text, int position) {
        return Numbers.isLetterOrDigit(text, position)
                || (position < text.length() && "-_".indexOf(text.charAt(position)) >= 0);
    }

    private static boolean isHost(FoldedText text, Match match) {
        boolean path = match.group(2) != null && match.group(2).length() > 1;
        boolean nextSentence = text.isCapital(match.start(1)) && !text.isAllCapitals(match.start(), match.end(1));
        return path || (CLEAR.isIn(match.group(1)) && !nextSentence);
    }

    /** Not the host of an address, a weight as {@code 6 @papas}, or what is left of {@code l@s}. */
    private static boolean isHandle(String text, Match match) {
        int before = match.start() - 1;
        boolean blank = before >= 0 && text.charAt(before) == ' ';
        return match.end(1) - match.start(1) > 2
                && !Numbers.isLetterOrDigit(text, before)
                && !Numbers.isDigit(text, blank ? before - 1 : before)
                && match.group(1).chars().anyMatch(Character::isLetter);
    }

    /** Those that do not lie in one before. */
    private static List<Span> whole(String text, List<Span> spans) {
        List<Span> whole = new ArrayList<>();
        for (Span span : spans) {
            if (whole.isEmpty() || span.start() >= whole.getLast().end()) {
                whole.add(whole(text, span));
            }
        }
        return whole;
    }

    /** To its end if it is very long, and without the punctuation of the sentence around it. */
    private static Span whole(String text, Span span) {
        int end = span.end();
        boolean cut = span.length() == Shape.LONGEST;
        while (cut && end < text.length() && isOfAddress(text.charAt(end))) {
            end++;
        }
        while (end > span.start() + 1 && ".,;:!?)]}'-".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return new Span(span.start(), end);
    }

    private static boolean isOfAddress(char character) {
        return !Character.isWhitespace(character) && "\"<>".indexOf(character) < 0 && character != FoldedText.BARRIER;
    }
}
