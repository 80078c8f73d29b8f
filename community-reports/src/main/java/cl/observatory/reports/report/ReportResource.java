package cl.observatory.reports.report;

import cl.observatory.reports.envelope.SameSize;
import cl.observatory.reports.proof.Proof;
import cl.observatory.reports.proof.Proofs;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;

@Path("/v1/reports")
@Tag(name = "Report")
@SameSize
@RunOnVirtualThread
@Authenticated
public class ReportResource {

    static final String BODY =
            "The body is JSON of exactly 16,384 bytes, filled with white space behind it; so is every answer. ";
    static final String KEY =
            "At least 128 random bits in base64url or hexadecimal digits, made for this request and sent again with it.";
    static final String PROOF =
            "Proof of work, as 1:bits:yyyymmdd:METHOD /path:random:counter, such that the SHA-256 of this text begins with so"
                    + " many zero bits; /v1/report-categories says how many. The day is of UTC, random is 16 or more characters"
                    + " of base64url, and counter whatever makes it right. It is good once.";

    private final Reports reports;
    private final Additions additions;
    private final Proofs proofs;
    private final Turnstile turnstile;

    ReportResource(Reports reports, Additions additions, Proofs proofs, Turnstile turnstile) {
        this.reports = reports;
        this.additions = additions;
        this.proofs = proofs;
        this.turnstile = turnstile;
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "submitReport",
            summary = "Tell a sign of risk, without an account",
            description =
                    BODY + "Sent again with the same key and body it gives the same receipt, and no second report.")
    @APIResponse(
            responseCode = "201",
            description = "Stored.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubmittedReport.class)))
    public SubmittedReport submit(
            @Parameter(description = KEY) @RestHeader(IdempotencyKey.HEADER) String idempotencyKey,
            @Parameter(description = PROOF) @RestHeader(Proofs.HEADER) String proofOfWork,
            @NotNull @Valid NewReport body) {
        IdempotencyKey key = IdempotencyKey.of(idempotencyKey);
        Optional<Proof> proof = proofs.check(proofOfWork, "POST /v1/reports");
        return turnstile.pass(() -> reports.submit(body, "", Filing.OWN, key, proof));
    }

    @Schema(description = "The text is stored.")
    record StoredMessage(
            @Schema(description = "What was replaced in the text.")
            List<Redaction> redactions) {}

    @POST
    @Path("/messages")
    @ResponseStatus(201)
    @Operation(
            operationId = "addToReport",
            summary = "Answer moderators, or add to a report",
            description = BODY + "Sent again with the same key and body it is stored once.")
    @APIResponse(
            responseCode = "201",
            description = "Stored.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StoredMessage.class)))
    public StoredMessage add(
            @Parameter(description = KEY) @RestHeader(IdempotencyKey.HEADER) String idempotencyKey,
            @Parameter(description = PROOF) @RestHeader(Proofs.HEADER) String proofOfWork,
            @NotNull @Valid NewMessage body) {
        IdempotencyKey key = IdempotencyKey.of(idempotencyKey);
        HeldReceipt held = HeldReceipt.of(body.receipt());
        body.check();
        Optional<Proof> proof = proofs.check(proofOfWork, "POST /v1/reports/messages");
        return turnstile.pass(() -> new StoredMessage(additions.add(held.receipt(), body.text(), key, proof)));
    }
}
