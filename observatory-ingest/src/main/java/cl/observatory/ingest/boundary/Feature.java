package cl.observatory.ingest.boundary;

/**
 * A feature of the file, before anything is asked of it.
 *
 * @param index place in the file, from 0
 * @param code as the file writes it, null when the property is not there or is neither text nor number
 * @param outline null when it lies nowhere
 */
record Feature(int index, String code, Outline outline) {

    private static final int DIGITS = 5;

    /** The code of a commune; leading zeros that spreadsheets and map programs lose are put back. */
    String commune() {
        return code.matches("[0-9]{1,4}") ? "0".repeat(DIGITS - code.length()) + code : code;
    }

    /** JSON pointer to a part of it. */
    String pointer(String part) {
        return "/features/" + index + "/" + part;
    }
}
