package cl.observatory.reports.filing;

import java.nio.charset.StandardCharsets;

/** A screened text in the one form that is hashed, which survives being saved as a file on any machine. */
final class CanonicalText {

    private CanonicalText() {}

    /** Lines end with a line feed, none is before or behind the text, and what UTF-8 cannot write is a question mark. */
    static String of(String screened) {
        String writable = new String(screened.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return writable.replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}
