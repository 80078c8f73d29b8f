package cl.observatory.gateway.door;

import cl.observatory.gateway.problem.Bilingual;
import cl.observatory.gateway.problem.Problem;
import cl.observatory.gateway.problem.ProblemType;
import cl.observatory.gateway.problem.RefusedException;

/**
 * A request target that means the same to everyone who reads it. Paths here name things by codes of plain ASCII, so there
 * is nothing to encode, and with no encoding, no dot segments and no empty segments there is nothing that a service could
 * normalise into another path than the one that was checked.
 *
 * @param query without the question mark; empty when there is none
 */
record RequestTarget(String path, String query) {

    private static final int LONGEST_PATH = 2_048;
    private static final int LONGEST_TARGET = 8_192;

    /** Besides letters and digits: the unreserved marks, and those that SDMX keys, times and versions use. */
    private static final String PATH_MARKS = "/-._~+*,:@";

    private static final Bilingual NOT_ABSOLUTE = new Bilingual(
            "La dirección debe comenzar con una barra: se espera una ruta absoluta.",
            "The target must begin with a slash: an absolute path is expected.");
    private static final Bilingual ENCODED = new Bilingual(
            "La ruta tiene un '%'. Todos los códigos de esta API son ASCII simple: en la ruta no hay nada que codificar.",
            "The path has a '%'. All codes of this API are plain ASCII: there is nothing to encode in a path.");
    private static final Bilingual CHARACTER = new Bilingual(
            "La ruta tiene en la posición %s un carácter que ninguna ruta de esta API usa.",
            "The path has a character at position %s that no path of this API uses.");
    private static final Bilingual SEGMENT = new Bilingual(
            "La ruta tiene un segmento vacío, '.' o '..'; tampoco termina en barra.",
            "The path has a segment that is empty, '.' or '..'; it does not end with a slash either.");
    private static final Bilingual INTERNAL = new Bilingual(
            "Las rutas que comienzan con /q no son públicas.", "Paths that begin with /q are not public.");

    /**
     * @param raw the target exactly as it came over the wire
     * @throws RefusedException when the path is odd; the query is checked by {@link QueryString}
     */
    static RequestTarget parse(String raw) {
        if (raw.length() > LONGEST_TARGET) {
            throw new RefusedException(Problem.of(ProblemType.TARGET_TOO_LONG));
        }
        int mark = raw.indexOf('?');
        String path = mark < 0 ? raw : raw.substring(0, mark);
        if (path.length() > LONGEST_PATH) {
            throw new RefusedException(Problem.of(ProblemType.TARGET_TOO_LONG));
        }
        if (!path.startsWith("/")) {
            throw refused(NOT_ABSOLUTE);
        }
        checkCharacters(path);
        checkSegments(path);
        return new RequestTarget(path, mark < 0 ? "" : raw.substring(mark + 1));
    }

    private static void checkCharacters(String path) {
        for (int i = 0; i < path.length(); i++) {
            char character = path.charAt(i);
            if (character == '%') {
                throw refused(ENCODED);
            }
            if (!Ascii.isLetterOrDigit(character) && PATH_MARKS.indexOf(character) < 0) {
                throw refused(CHARACTER.with(i + 1));
            }
        }
    }

    private static void checkSegments(String path) {
        if (path.equals("/")) {
            return;
        }
        String[] segments = path.substring(1).split("/", -1);
        for (String segment : segments) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw refused(SEGMENT);
            }
        }
        if (segments[0].equals("q")) {
            throw refused(INTERNAL);
        }
    }

    private static RefusedException refused(Bilingual detail) {
        return new RefusedException(Problem.of(ProblemType.INVALID_REQUEST_TARGET, detail));
    }
}
