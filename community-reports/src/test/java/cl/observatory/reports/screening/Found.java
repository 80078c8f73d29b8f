package cl.observatory.reports.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

/** What a text becomes, with the part that has to go between {@code «} and {@code »}. */
final class Found {

    private static final Screening SCREENING = new Screening();

    private Found() {}

    /** That exactly the marked part is replaced, as one find of the kind. */
    static void only(Kind kind, String marked) {
        String text = marked.replace("«", "").replace("»", "");
        String expected =
                marked.substring(0, marked.indexOf('«')) + kind.marker() + marked.substring(marked.indexOf('»') + 1);
        assertEquals(new Screened(expected, Map.of(kind, 1)), SCREENING.screen(text));
    }

    static void nothing(String text) {
        assertEquals(new Screened(text, Map.of()), SCREENING.screen(text));
    }
}
