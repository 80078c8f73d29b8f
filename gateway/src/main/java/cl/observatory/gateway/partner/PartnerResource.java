package cl.observatory.gateway.partner;

import cl.observatory.gateway.own.CurrentCaller;
import cl.observatory.gateway.own.ListPage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
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

@Path("/v1/partners")
@Tag(name = "Partners")
@RunOnVirtualThread
@RolesAllowed("partners:admin")
public class PartnerResource {

    private final Partners partners;
    private final CurrentCaller current;

    PartnerResource(Partners partners, CurrentCaller current) {
        this.partners = partners;
        this.current = current;
    }

    @POST
    @Operation(operationId = "createPartner", summary = "Admit a partner")
    @APIResponse(
            responseCode = "201",
            description = "The partner, who has no key yet.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PartnerView.class)))
    public RestResponse<PartnerView> create(
            @Parameter(description = "The same request with the same key creates once; remembered for a week.")
                    @RestHeader("Idempotency-Key")
                    String idempotencyKey,
            @NotNull @Valid NewPartner body) {
        PartnerView created = partners.create(current.get(), idempotencyKey, body);
        return RestResponse.ResponseBuilder.<PartnerView>created(URI.create("/v1/partners/" + created.id()))
                .entity(created)
                .build();
    }

    @GET
    @Operation(operationId = "listPartners", summary = "Every partner, by id")
    @APIResponse(responseCode = "200", description = "Partners.")
    public PartnerList list(
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
        ListPage.Place place = ListPage.Place.of("partners", limit, cursor);
        List<PartnerView> found = partners.list(place);
        return new PartnerList(place.items(found), place.page(found, PartnerView::id));
    }

    @GET
    @Path("/{partner}")
    @Operation(operationId = "getPartner", summary = "One partner")
    @APIResponse(responseCode = "200", description = "The partner.")
    public PartnerView get(@RestPath String partner) {
        return partners.get(partner);
    }

    @POST
    @Path("/{partner}/suspension")
    @Operation(
            operationId = "suspendPartner",
            summary = "Stop all keys of a partner for the time being",
            description = "In force everywhere within 5 seconds.")
    @APIResponse(responseCode = "200", description = "The partner as it is now.")
    public PartnerView suspend(@RestPath String partner, @NotNull @Valid Suspension body) {
        return partners.suspend(current.get(), partner, body.reason());
    }

    @DELETE
    @Path("/{partner}/suspension")
    @Operation(operationId = "liftSuspension", summary = "Let a partner's keys be good again")
    @APIResponse(responseCode = "200", description = "The partner as it is now.")
    public PartnerView liftSuspension(@RestPath String partner) {
        return partners.liftSuspension(current.get(), partner);
    }
}
