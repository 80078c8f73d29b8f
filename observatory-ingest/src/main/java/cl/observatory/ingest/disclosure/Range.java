package cl.observatory.ingest.disclosure;

/** What a value can be, as far as a reader can tell. */
record Range(double least, double most) {

    double width() {
        return most - least;
    }
}
