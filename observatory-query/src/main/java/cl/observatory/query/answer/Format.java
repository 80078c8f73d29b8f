package cl.observatory.query.answer;

import cl.observatory.problem.Parameters;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;

/** In which form an answer is written. */
public enum Format {
    json("json", MediaType.APPLICATION_JSON),
    csv("csv", Format.CSV),
    ndjson("ndjson", Format.NDJSON),
    sdmxJson("sdmx-json", Format.SDMX_JSON),
    sdmxCsv("sdmx-csv", Format.SDMX_CSV),
    /** Has no media type of its own: it is JSON, and asked for by its word. */
    jsonStat("json-stat", MediaType.APPLICATION_JSON),
    parquet("parquet", Format.PARQUET);

    public static final String CSV = "text/csv";
    public static final String NDJSON = "application/x-ndjson";
    public static final String SDMX_JSON = "application/vnd.sdmx.data+json";
    public static final String SDMX_CSV = "application/vnd.sdmx.data+csv";
    public static final String PARQUET = "application/vnd.apache.parquet";

    /** Of both forms of SDMX. */
    public static final String SDMX_VERSION = "2.0.0";

    /** How SDMX asks for that version, or for one that is no older. */
    private static final Set<String> SDMX_VERSIONS =
            Set.of(SDMX_VERSION, "2.0", "2", "2.0.0+", "2.0+.0", "2+.0.0", "2.0+", "2+");

    private final String word;
    private final String mediaType;

    Format(String word, String mediaType) {
        this.word = word;
        this.mediaType = mediaType;
    }

    /**
     * By the parameter {@code format}, or else by what the caller accepts; the first one when that leaves the choice.
     *
     * @param format null when it is absent
     * @param offered what there is
     * @throws NotAcceptableException when the caller accepts another version alone
     */
    public static Format of(Parameters parameters, String format, HttpHeaders headers, Set<Format> offered) {
        Format asked = parameters.oneOf("format", format, offered, null);
        return asked != null
                ? asked
                : headers.getAcceptableMediaTypes().stream()
                        .flatMap(accepted -> offered.stream().filter(each -> each.fits(accepted)))
                        .findFirst()
                        .orElseThrow(NotAcceptableException::new);
    }

    private boolean fits(MediaType accepted) {
        String version = accepted.getParameters().get("version");
        boolean isOfSdmx = this == sdmxJson || this == sdmxCsv;
        return accepted.isCompatible(MediaType.valueOf(mediaType))
                && (version == null || !isOfSdmx || SDMX_VERSIONS.contains(version));
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
