package cl.observatory.query.citation;

import cl.observatory.problem.Parameters;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;

/** In which form a reference is written. */
public enum ReferenceFormat {
    text("text", MediaType.TEXT_PLAIN),
    bibtex("bibtex", ReferenceFormat.BIBTEX),
    cslJson("csl-json", ReferenceFormat.CSL_JSON);

    /** As registries of DOIs call them. */
    static final String BIBTEX = "application/x-bibtex";

    static final String CSL_JSON = "application/vnd.citationstyles.csl+json";

    private final String word;
    private final String mediaType;

    ReferenceFormat(String word, String mediaType) {
        this.word = word;
        this.mediaType = mediaType;
    }

    /** By the parameter {@code format}, or else by what the caller accepts; text when that leaves the choice. */
    static ReferenceFormat of(Parameters parameters, String format, HttpHeaders headers) {
        ReferenceFormat asked = parameters.oneOf("format", format, ReferenceFormat.class, null);
        return asked != null
                ? asked
                : headers.getAcceptableMediaTypes().stream()
                        .flatMap(accepted -> Stream.of(values())
                                .filter(each -> accepted.isCompatible(MediaType.valueOf(each.mediaType))))
                        .findFirst()
                        .orElse(text);
    }

    String mediaType() {
        return mediaType + ";charset=UTF-8";
    }

    /** The word of the parameter. */
    @Override
    public String toString() {
        return word;
    }
}
