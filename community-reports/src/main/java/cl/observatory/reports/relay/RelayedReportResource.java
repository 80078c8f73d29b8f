package cl.observatory.reports.relay;

import cl.observatory.reports.envelope.SameSize;
import cl.observatory.reports.report.IdempotencyKey;
import cl.observatory.reports.report.SubmittedReport;
import cl.observatory.reports.report.Turnstile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;

/**
 * A route of its own, beside that of reporters: the door asks for a scope by route, so that it can tell a partner's call
 * from a reporter's before it knows what is in it, and no field of a reporter's form has to say who she is not.
 */
@Path("/v1/relayed-reports")
@Tag(name = "Report")
@SameSize
@RunOnVirtualThread
@RolesAllowed("reports:relay")
public class RelayedReportResource {

    private final Relay relay;
    private final Turnstile turnstile;

    RelayedReportResource(Relay relay, Turnstile turnstile) {
        this.relay = relay;
        this.turnstile = turnstile;
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "relayReport",
            summary = "File a report for somebody",
            description =
                    "Give the receipt to the person whose report it is, and do not keep it: it has to be changed before "
                            + "it tells anything. No proof of work is asked for. The body is JSON of exactly 16,384 bytes, filled "
                            + "with white space behind it; so is every answer.")
    @APIResponse(
            responseCode = "201",
            description = "Stored.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubmittedReport.class)))
    public SubmittedReport file(
            @Parameter(
                            description =
                                    "At least 128 random bits in base64url or hexadecimal digits, made for this request and "
                                            + "sent again with it.")
                    @RestHeader(IdempotencyKey.HEADER)
                    String idempotencyKey,
            @NotNull @Valid NewRelayedReport body) {
        IdempotencyKey key = IdempotencyKey.of(idempotencyKey);
        return turnstile.pass(() -> relay.file(body, key));
    }
}
