package cl.observatory.query.answer;

import cl.observatory.problem.Language;
import cl.observatory.query.file.Download;
import cl.observatory.query.memory.AnswerRoute;
import cl.observatory.query.memory.KeptAnswer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Gives every answer a strong tag, the digest of its bytes and their language, so that the tag changes whenever the
 * answer does; a caller who names the tag is told that nothing has changed. Answers may be stored by anybody, but are to
 * be asked for again each time: a release can replace them at any moment. Here they are kept until something changes.
 * Problems are not stored.
 */
public class EntityTags {

    private static final String KEPT_BUT_ASKED_FOR_AGAIN = "public, no-cache";
    private static final String NOT_KEPT = "no-store";

    private final ObjectMapper json;
    private final AnswerRoute route;
    private final CurrentVertxRequest current;

    EntityTags(ObjectMapper json, AnswerRoute route, CurrentVertxRequest current) {
        this.json = json;
        this.route = route;
        this.current = current;
    }

    @ServerResponseFilter
    public void tag(ContainerRequestContext request, ContainerResponseContext answer) throws JsonProcessingException {
        MultivaluedMap<String, Object> headers = answer.getHeaders();
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (answer.getStatus() != Response.Status.OK.getStatusCode()) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, NOT_KEPT);
            return;
        }
        if (answer.getEntity() instanceof Download download) {
            tag(download, request, answer);
            return;
        }
        String language = Language.preferred(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .getLanguage();
        byte[] body = json.writeValueAsBytes(answer.getEntity());
        String tag = '"' + digest(body, language) + '"';
        MediaType form = form(answer);
        headers.putSingle(HttpHeaders.CACHE_CONTROL, KEPT_BUT_ASKED_FOR_AGAIN);
        headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, language);
        headers.putSingle(HttpHeaders.ETAG, tag);
        route.keep(current.getCurrent(), new KeptAnswer(Buffer.buffer(body), tag, form.toString(), told(answer)));
        if (KeptAnswer.isNamedBy(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            answer.setEntity(null);
            answer.setStatusInfo(Response.Status.NOT_MODIFIED);
        } else {
            answer.setEntity(body, answer.getEntityAnnotations(), form);
        }
    }

    /** JSON, or what the resource says that its JSON is. */
    private static MediaType form(ContainerResponseContext answer) {
        MediaType said = answer.getMediaType();
        return said != null && said.getSubtype().endsWith("+json") ? said : MediaType.APPLICATION_JSON_TYPE;
    }

    /** Files are streamed, and not kept. */
    private static void tag(Download download, ContainerRequestContext request, ContainerResponseContext answer) {
        MultivaluedMap<String, Object> headers = answer.getHeaders();
        headers.putSingle(HttpHeaders.CACHE_CONTROL, KEPT_BUT_ASKED_FOR_AGAIN);
        headers.putSingle(HttpHeaders.ETAG, download.tag());
        if (KeptAnswer.isNamedBy(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), download.tag())) {
            answer.setEntity(null);
            answer.setStatusInfo(Response.Status.NOT_MODIFIED);
        } else {
            download.headers().forEach(headers::putSingle);
            answer.setEntity(download.body(), answer.getEntityAnnotations(), download.mediaType());
        }
    }

    private static List<KeptAnswer.Header> told(ContainerResponseContext answer) {
        return answer.getStringHeaders().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase(HttpHeaders.CONTENT_TYPE))
                .flatMap(header ->
                        header.getValue().stream().map(value -> new KeptAnswer.Header(header.getKey(), value)))
                .toList();
    }

    private static String digest(byte[] body, String language) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(language.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(sha256.digest(body), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
