package cl.observatory.reports.report;

import cl.observatory.reports.envelope.Envelope;
import cl.observatory.reports.envelope.PublicDocument;
import cl.observatory.reports.guidance.Guidance;
import cl.observatory.reports.guidance.Vocabulary;
import cl.observatory.reports.notice.Notices;
import cl.observatory.reports.proof.Proofs;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/report-categories")
@Tag(name = "Report")
@PublicDocument
@RunOnVirtualThread
@Authenticated
public class ReportCategoryResource {

    private final Guidance guidance;
    private final Notices notices;
    private final Proofs proofs;

    ReportCategoryResource(Guidance guidance, Notices notices, Proofs proofs) {
        this.guidance = guidance;
        this.notices = notices;
        this.proofs = proofs;
    }

    @GET
    @Operation(
            operationId = "listReportCategories",
            summary = "What a report may be about, and what to know before one is written",
            description =
                    "Categories, codes with their words, safety messages, and how a report is sent. Ask for all of it: "
                            + "to ask for one category would tell which.")
    @APIResponse(responseCode = "200", description = "All that a form for reports needs.")
    public ReportForm list() {
        return new ReportForm(
                guidance.categories(),
                guidance.groups(),
                guidance.terms(Vocabulary.FREQUENCY),
                guidance.terms(Vocabulary.TREND),
                guidance.terms(Vocabulary.AFFECTED_GROUP),
                guidance.safetyMessages(),
                guidance.proofOfFilingWarning(),
                notices.current().version(),
                proofs.bits(),
                Envelope.SIZE);
    }
}
