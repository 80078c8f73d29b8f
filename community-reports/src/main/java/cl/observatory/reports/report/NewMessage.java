package cl.observatory.reports.report;

import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An answer to moderators, or something to add.")
record NewMessage(
        @NotNull String receipt,

        @Schema(description = "Up to 2,000 characters; screened as that of a report is.") @NotBlank
        String text) {

    /**
     * @throws ProblemException when the text cannot be taken
     */
    void check() {
        List<Fault> faults = new ArrayList<>();
        ReporterText.check(text, "/text", faults);
        if (!faults.isEmpty()) {
            throw new ProblemException(ReportsProblem.REPORT_INVALID).withFaults(faults);
        }
    }
}
