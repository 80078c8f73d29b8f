package cl.observatory.query.answer;

import cl.observatory.problem.Parameters;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;

/** In which form an answer is written. */
public enum Format {
    json("json", MediaType.APPLICATION_JSON),
    csv("csv", Format.CSV),
    ndjson("ndjson", Format.NDJSON),
    sdmxCsv("sdmx-csv", Format.SDMX_CSV),
    /** Has no media type of its own: it is JSON, and asked for by its word. */
    jsonStat("json-stat", MediaType.APPLICATION_JSON);

    public static final String CSV = "text/csv";
    public static final String NDJSON = "application/x-ndjson";
    public static final String SDMX_CSV = "application/vnd.sdmx.data+csv";

    private final String word;
    private final String mediaType;

    Format(String word, String mediaType) {
        this.word = word;
        this.mediaType = mediaType;
    }

    /**
     * By the parameter {@code format}, or else by what the caller accepts; JSON when that leaves the choice.
     *
     * @param format null when it is absent
     * @param offered what there is
     */
    public static Format of(Parameters parameters, String format, HttpHeaders headers, Set<Format> offered) {
        Format asked = parameters.oneOf("format", format, offered, null);
        return asked != null
                ? asked
                : headers.getAcceptableMediaTypes().stream()
                        .flatMap(accepted -> offered.stream()
                                .filter(each -> accepted.isCompatible(MediaType.valueOf(each.mediaType))))
                        .findFirst()
                        .orElse(json);
    }

    public String mediaType() {
        return mediaType;
    }

    /** Files come whole. */
    public void refusePages(Parameters parameters, String limit, String cursor) {
        if (this != json && limit != null) {
            parameters.refuse("limit", "NOT_PAGED", word);
        }
        if (this != json && cursor != null) {
            parameters.refuse("cursor", "NOT_PAGED", word);
        }
    }

    /** The word of the parameter. */
    @Override
    public String toString() {
        return word;
    }
}
