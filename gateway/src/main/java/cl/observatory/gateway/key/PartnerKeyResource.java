package cl.observatory.gateway.key;

import cl.observatory.gateway.own.CurrentCaller;
import cl.observatory.gateway.own.ListPage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/partners/{partner}/keys")
@Tag(name = "Partners")
@RunOnVirtualThread
@RolesAllowed("partners:admin")
public class PartnerKeyResource {

    private static final String ONCE = "A key is shown once: the same request with the same key is answered with 409.";

    private final PartnerKeys keys;
    private final CurrentCaller current;

    PartnerKeyResource(PartnerKeys keys, CurrentCaller current) {
        this.keys = keys;
        this.current = current;
    }

    @POST
    @Operation(
            operationId = "issueKey",
            summary = "Give a partner a key",
            description =
                    "Nobody gives rights that are not their own; a key that relays reports is bound to territories.")
    @APIResponse(
            responseCode = "201",
            description = "The key, which is shown this once.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IssuedKey.class)))
    public RestResponse<IssuedKey> issue(
            @RestPath String partner,
            @Parameter(description = ONCE) @RestHeader("Idempotency-Key") String idempotencyKey,
            @NotNull @Valid NewKey body) {
        return created(keys.issue(current.get(), partner, idempotencyKey, body));
    }

    @GET
    @Operation(operationId = "listKeys", summary = "The keys of a partner, by id")
    @APIResponse(responseCode = "200", description = "What is stored of the keys.")
    public KeyList list(
            @RestPath String partner,
            @Parameter(
                            description = "At most so many.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "50"))
                    @RestQuery
                    String limit,
            @Parameter(description = "From page.nextCursor, to get what follows.") @RestQuery String cursor) {
        ListPage.Place place = ListPage.Place.of("keys of " + partner, limit, cursor);
        List<KeyView> found = keys.list(partner, place);
        return new KeyList(place.items(found), place.page(found, KeyView::id));
    }

    @GET
    @Path("/{key}")
    @Operation(operationId = "getKey", summary = "One key of a partner")
    @APIResponse(responseCode = "200", description = "What is stored of the key.")
    public KeyView get(@RestPath String partner, @RestPath String key) {
        return keys.get(partner, key);
    }

    @POST
    @Path("/{key}/rotation")
    @Operation(
            operationId = "rotateKey",
            summary = "Have a new key take the place of one",
            description = "With the same rights. The old one ends when the overlap is over.")
    @APIResponse(
            responseCode = "201",
            description = "The new key, which is shown this once.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IssuedKey.class)))
    public RestResponse<IssuedKey> rotate(
            @RestPath String partner,
            @RestPath String key,
            @Parameter(description = ONCE) @RestHeader("Idempotency-Key") String idempotencyKey,
            @NotNull @Valid NewSuccessor body) {
        return created(keys.rotate(current.get(), partner, key, idempotencyKey, body));
    }

    @POST
    @Path("/{key}/revocation")
    @Operation(
            operationId = "revokeKey",
            summary = "End a key for ever",
            description = "In force everywhere within 5 seconds.")
    @APIResponse(responseCode = "200", description = "The key as it is now.")
    public KeyView revoke(@RestPath String partner, @RestPath String key, @NotNull @Valid Revocation body) {
        return keys.revoke(current.get(), partner, key, body.reason(), body.successors());
    }

    private static RestResponse<IssuedKey> created(IssuedKey issued) {
        KeyView details = issued.details();
        return RestResponse.ResponseBuilder.<IssuedKey>created(
                        URI.create("/v1/partners/" + details.partner() + "/keys/" + details.id()))
                .entity(issued)
                .build();
    }
}
