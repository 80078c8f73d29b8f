package cl.observatory.query.answer;

import cl.observatory.problem.Parameters;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In which form an answer is written. */
@Schema(description = "In which form an answer is written.")
public enum Format {
    json,
    csv;

    public static final String CSV = "text/csv";

    private static final MediaType TEXT_CSV = MediaType.valueOf(CSV);

    /**
     * By the parameter {@code format}, or else by what the caller accepts; JSON when that leaves the choice.
     *
     * @param format null when it is absent
     */
    public static Format of(Parameters parameters, String format, HttpHeaders headers) {
        Format asked = parameters.oneOf("format", format, Format.class, null);
        if (asked != null) {
            return asked;
        }
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return json;
            }
            if (accepted.isCompatible(TEXT_CSV)) {
                return csv;
            }
        }
        return json;
    }
}
