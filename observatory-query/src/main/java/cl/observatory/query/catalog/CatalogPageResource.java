package cl.observatory.query.catalog;

import cl.observatory.problem.Language;
import cl.observatory.query.file.Download;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

@Path("/v1/catalog")
@Tag(name = "Reference")
@RunOnVirtualThread
public class CatalogPageResource {

    private final CatalogPages pages;
    private final Catalog catalog;
    private final ObjectMapper json;

    CatalogPageResource(CatalogPages pages, Catalog catalog, ObjectMapper json) {
        this.pages = pages;
        this.catalog = catalog;
        this.json = json;
    }

    @GET
    @RolesAllowed("data:read")
    @Operation(
            operationId = "getCatalogPage",
            summary = "The data sets as a page to read",
            description = "HTML for who accepts it, and the catalogue in JSON-LD for everybody else.")
    @APIResponse(
            responseCode = "200",
            description = "The page, or the catalogue.",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = CatalogResource.JSON_LD, schema = @Schema(type = SchemaType.OBJECT))
            })
    @Produces({CatalogResource.JSON_LD, MediaType.TEXT_HTML})
    public Response get(@RestHeader(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage, @Context HttpHeaders headers)
            throws JsonProcessingException {
        MediaType first = headers.getAcceptableMediaTypes().stream()
                .filter(accepted -> accepted.isCompatible(MediaType.TEXT_HTML_TYPE)
                        || accepted.isCompatible(MediaType.valueOf(CatalogResource.JSON_LD)))
                .findFirst()
                .orElse(MediaType.WILDCARD_TYPE);
        boolean isPage = first.isCompatible(MediaType.TEXT_HTML_TYPE) && !first.isWildcardType();
        Download answer = isPage
                ? Download.of(pages.page(Language.preferred(acceptLanguage)), MediaType.TEXT_HTML + ";charset=UTF-8")
                : Download.of(json.writeValueAsString(catalog.describe()), CatalogResource.JSON_LD);
        return Response.ok(answer).header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }
}
