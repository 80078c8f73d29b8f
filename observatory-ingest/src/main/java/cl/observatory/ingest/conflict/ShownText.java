package cl.observatory.ingest.conflict;

/** A text of a file as an answer repeats it: short, and without what a terminal, a store or a reader stumbles over. */
public final class ShownText {

    private static final int LENGTH = 100;

    /** U+2400 SYMBOL FOR NULL is the first of the signs for control characters. */
    private static final int CONTROL_SIGNS = 0x2400;

    private static final int DELETE = 0x7f;
    private static final int SIGN_FOR_DELETE = 0x2421;
    private static final int REPLACEMENT = 0xfffd;

    private ShownText() {}

    public static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LENGTH).map(ShownText::visible).forEach(shown::appendCodePoint);
        boolean cut = text.length() > LENGTH && text.codePointCount(0, text.length()) > LENGTH;
        return cut ? shown.append('…').toString() : shown.toString();
    }

    private static int visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> {
                if (character < ' ') {
                    yield CONTROL_SIGNS + character;
                }
                yield character == DELETE ? SIGN_FOR_DELETE : REPLACEMENT;
            }
            case Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                REPLACEMENT;
            default -> character;
        };
    }
}
