package cl.observatory.reports.envelope;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Tags a document with the digest of its bytes. */
@Provider
@PublicDocument
public class PublicDocuments implements ContainerResponseFilter {

    private static final int TAG_BYTES = 16;

    private final ObjectMapper json;

    PublicDocuments(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) throws IOException {
        if (answer.getStatus() != Response.Status.OK.getStatusCode()) {
            return;
        }
        byte[] document = json.writeValueAsBytes(answer.getEntity());
        String tag = '"' + HexFormat.of().formatHex(sha256(document), 0, TAG_BYTES) + '"';
        answer.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
        if (names(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            answer.setEntity(null);
            answer.setStatusInfo(Response.Status.NOT_MODIFIED);
        } else {
            answer.setEntity(document, answer.getEntityAnnotations(), MediaType.APPLICATION_JSON_TYPE);
        }
    }

    /** Caches may have weakened a tag that they send back. */
    private static boolean names(String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .anyMatch(one ->
                                one.equals("*") || one.replaceFirst("^W/", "").equals(tag));
    }

    private static byte[] sha256(byte[] document) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(document);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
