package cl.observatory.reports.screening;

/** A part of a text, from a position to before another. */
record Span(int start, int end) {

    int length() {
        return end - start;
    }
}
