package cl.observatory.reports.moderation;

import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What somebody decides about a report.")
record NewTransition(
        @NotNull Decision to,

        @Schema(description = "Why it is rejected; for REJECTED alone.")
        RejectReason reason,

        @Schema(description = "How far others bear it out; for VALIDATED alone.")
        Confidence confidence,

        @Schema(description = "Report of the same category and commune that tells the same; for MERGED alone.")
        UUID mergedInto,

        @Schema(description = "What is asked of the reporter; for NEEDS_INFO alone.") @Size(max = NewMessage.MOST)
        String message,

        @Schema(description = "Why it is to be referred; for REFERRED alone, by the person who proposes it.")
        @Size(max = 500)
        String referral) {

    private record Part(String name, Object value, Decision of, boolean required) {}

    /**
     * @throws ProblemException when it lacks what this decision needs, or has what belongs to another
     */
    void check() {
        List<Fault> faults = new ArrayList<>();
        for (Part part : parts()) {
            if (part.of() == to && part.required() && part.value() == null) {
                faults.add(Fault.inBody("/" + part.name(), "DECISION_LACKS_IT", to.name()));
            } else if (part.of() != to && part.value() != null) {
                faults.add(Fault.inBody(
                        "/" + part.name(), "NOT_OF_THIS_DECISION", part.of().name()));
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(ReportsProblem.INVALID_DECISION).withFaults(faults);
        }
    }

    private Part[] parts() {
        return new Part[] {
            new Part("reason", reason, Decision.REJECTED, true),
            new Part("confidence", confidence, Decision.VALIDATED, true),
            new Part("mergedInto", mergedInto, Decision.MERGED, true),
            new Part("message", message == null || message.isBlank() ? null : message, Decision.NEEDS_INFO, true),
            new Part("referral", referral, Decision.REFERRED, false)
        };
    }
}
