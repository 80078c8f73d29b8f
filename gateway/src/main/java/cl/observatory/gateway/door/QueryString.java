package cl.observatory.gateway.door;

import cl.observatory.gateway.problem.Bilingual;
import cl.observatory.gateway.problem.Finding;
import cl.observatory.gateway.problem.Problem;
import cl.observatory.gateway.problem.ProblemType;
import cl.observatory.gateway.problem.RefusedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The names of the parameters of a query, decoded. The query itself goes on unchanged; what is checked here is that every
 * reader will split it into the same parameters.
 */
record QueryString(List<String> names) {

    /** RFC 3986 without {@code ;}, which some readers take for a separator, and with the brackets that SDMX 3 filters use. */
    private static final String MARKS = "-._~!$&'()*+,=:@/?%[]";

    private static final Bilingual CHARACTER = new Bilingual(
            "La consulta tiene en la posición %s un carácter que debe ir con codificación porcentual.",
            "The query has a character at position %s that must be percent-encoded.");
    private static final Bilingual ENCODING = new Bilingual(
            "La codificación porcentual de la consulta no es válida en la posición %s.",
            "The percent-encoding of the query is not valid at position %s.");
    private static final Bilingual CONTROL = new Bilingual(
            "La consulta contiene caracteres de control, o no es UTF-8.",
            "The query contains control characters, or is not UTF-8.");

    QueryString {
        names = List.copyOf(names);
    }

    /**
     * @param raw the query as it came over the wire, without the question mark
     */
    static QueryString parse(String raw) {
        List<String> names = new ArrayList<>();
        int start = 0;
        while (start < raw.length()) {
            int end = raw.indexOf('&', start);
            end = end < 0 ? raw.length() : end;
            int equals = raw.indexOf('=', start);
            int nameEnd = equals < 0 || equals > end ? end : equals;
            String name = decode(raw, start, nameEnd);
            checkValue(name, raw, nameEnd, end);
            if (end > start) {
                names.add(name);
            }
            start = end + 1;
        }
        return new QueryString(names);
    }

    /** A value that cannot be read is told by the name of its parameter. */
    private static void checkValue(String name, String raw, int start, int end) {
        try {
            decode(raw, start, end);
        } catch (RefusedException refused) {
            Problem problem = refused.problem();
            throw new RefusedException(problem.withFindings(
                    List.of(new Finding(name, problem.type().name(), problem.detail(), null))));
        }
    }

    private static String decode(String raw, int start, int end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            char character = raw.charAt(i);
            if (!Ascii.isLetterOrDigit(character) && MARKS.indexOf(character) < 0) {
                throw refused(CHARACTER.with(i + 1));
            }
            if (character == '%') {
                bytes.write(octet(raw, i, end));
                i += 2;
            } else {
                bytes.write(character == '+' ? ' ' : character);
            }
        }
        return text(bytes.toByteArray());
    }

    private static int octet(String raw, int percent, int end) {
        int high = percent + 2 < end ? Ascii.hexadecimal(raw.charAt(percent + 1)) : -1;
        int low = percent + 2 < end ? Ascii.hexadecimal(raw.charAt(percent + 2)) : -1;
        if (high < 0 || low < 0) {
            throw refused(ENCODING.with(percent + 1));
        }
        return (high << 4) | low;
    }

    private static String text(byte[] bytes) {
        for (byte octet : bytes) {
            if ((octet >= 0 && octet < ' ') || octet == 0x7f) {
                throw refused(CONTROL);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw refused(CONTROL);
        }
    }

    private static RefusedException refused(Bilingual detail) {
        return new RefusedException(Problem.of(ProblemType.INVALID_REQUEST_TARGET, detail));
    }
}
