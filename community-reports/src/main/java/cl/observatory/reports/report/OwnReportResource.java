package cl.observatory.reports.report;

import cl.observatory.reports.envelope.SameSize;
import cl.observatory.reports.filing.FilingPath;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/** The receipt stands in the body, never in an address, which proxies write down. */
@Path("/v1/reports")
@Tag(name = "Report")
@SameSize
@RunOnVirtualThread
@Authenticated
public class OwnReportResource {

    private final OwnReports reports;
    private final ReceiptChange change;
    private final Turnstile turnstile;

    OwnReportResource(OwnReports reports, ReceiptChange change, Turnstile turnstile) {
        this.reports = reports;
        this.change = change;
        this.turnstile = turnstile;
    }

    @Schema(description = "A report is asked for by its receipt.")
    record StatusRequest(
            @NotNull String receipt,

            @Schema(description = "Only messages of a lower number; left out for the newest.") @Min(1)
            Integer before) {}

    @POST
    @Path("/status")
    @Operation(
            operationId = "getReportStatus",
            summary = "Where a report stands, and what moderators wrote",
            description =
                    ReportResource.BODY + "Of a receipt that was never given, one that was withdrawn and one that has "
                            + "expired the same is said.")
    @APIResponse(responseCode = "200", description = "Where it stands.")
    public ReportStatus status(@NotNull @Valid StatusRequest body) {
        HeldReceipt held = HeldReceipt.of(body.receipt());
        return turnstile.pass(() -> reports.status(held.receipt(), body.before()));
    }

    @Schema(description = "The path is asked for by the receipt.")
    record FilingPathRequest(@NotNull String receipt) {}

    @POST
    @Path("/filing-path")
    @Operation(
            operationId = "getFilingPath",
            summary = "What completes a proof of filing",
            description = ReportResource.BODY
                    + "Told from the day after filing, for 30 days; then what links report and " + "leaf is deleted.")
    @APIResponse(responseCode = "200", description = "The path, or that there is none.")
    public FilingPath filingPath(@NotNull @Valid FilingPathRequest body) {
        HeldReceipt held = HeldReceipt.of(body.receipt());
        return turnstile.pass(() -> reports.filingPath(held.receipt()));
    }

    @Schema(description = "A report is withdrawn by its receipt.")
    record WithdrawalRequest(@NotNull String receipt) {}

    @Schema(description = "What was told is erased; the receipt leads to nothing any more.")
    record Withdrawn(boolean withdrawn) {}

    @POST
    @Path("/withdrawal")
    @Operation(
            operationId = "withdrawReport",
            summary = "Erase a report",
            description =
                    ReportResource.BODY + "Report, additions and messages are erased at once. Published signals stay.")
    @APIResponse(responseCode = "200", description = "Erased.")
    public Withdrawn withdraw(@NotNull @Valid WithdrawalRequest body) {
        HeldReceipt held = HeldReceipt.of(body.receipt());
        return turnstile.pass(() -> {
            reports.withdraw(held.receipt());
            return new Withdrawn(true);
        });
    }

    @Schema(description = "The receipt that is to be another.")
    record ReceiptChangeRequest(@NotNull String receipt) {}

    @Schema(description = "The receipt that leads to the report from now on; the one of before does no more.")
    record ChangedReceipt(
            @Schema(examples = "K7QF-2M9T-X0RA-8D4C-VWPB-3H6N")
            String receipt) {}

    @POST
    @Path("/receipt-change")
    @Operation(
            operationId = "changeReceipt",
            summary = "Change the receipt of a report that somebody else filed",
            description =
                    ReportResource.BODY + "Whoever filed the report knows its receipt; until it is changed, nothing is "
                            + "told of the report. Sent again with the same key it gives the same receipt.")
    @APIResponse(responseCode = "200", description = "Changed.")
    public ChangedReceipt changeReceipt(
            @Parameter(description = ReportResource.KEY) @RestHeader(IdempotencyKey.HEADER) String idempotencyKey,
            @NotNull @Valid ReceiptChangeRequest body) {
        IdempotencyKey key = IdempotencyKey.of(idempotencyKey);
        HeldReceipt held = HeldReceipt.of(body.receipt());
        return turnstile.pass(
                () -> new ChangedReceipt(change.change(held.receipt(), key).text()));
    }
}
