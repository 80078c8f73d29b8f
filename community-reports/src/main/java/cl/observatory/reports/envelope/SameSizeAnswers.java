package cl.observatory.reports.envelope;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

/** Fills the answers of the routes of reports, problems too, up to the one size. */
@Provider
public class SameSizeAnswers implements ContainerResponseFilter {

    private final ObjectMapper json;

    SameSizeAnswers(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) throws IOException {
        if (!Envelope.covers(request.getUriInfo().getPath())) {
            return;
        }
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        if (answer.getEntity() != null) {
            MediaType said = answer.getMediaType();
            answer.setEntity(
                    Envelope.pad(json.writeValueAsBytes(answer.getEntity())),
                    answer.getEntityAnnotations(),
                    said == null ? MediaType.APPLICATION_JSON_TYPE : said);
        }
    }
}
