package cl.observatory.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AuditVerification", description = "Whether the audit is as it was written.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verification(
        @Schema(description = "Whether every entry follows from the one before, up to the end.")
        boolean intact,

        @Schema(description = "How many entries hold, from the first.")
        long entries,

        @Schema(
                description = "The last of them, as number and hash. Kept elsewhere and handed in later as `head`, it "
                        + "shows that nothing up to it was touched since.",
                examples = "17:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String head,

        @Schema(description = "Where it first does not hold; absent when it does.")
        Broken broken) {

    @Schema(name = "AuditBreak", description = "The first place at which the audit does not hold.")
    public record Broken(
            @Schema(description = "Number of the entry.") long sequence,

            @Schema(
                    description = "MISSING: it is not there. CHANGED: it is not what was written, or not in its place. "
                            + "INSERTED: no writer put it there. HEAD_CHANGED: the stored end of the chain is not its "
                            + "end. REWRITTEN: it holds in itself and is another than the one that was kept as head.")
            Cause cause) {}

    /** What is wrong with a place of the chain. */
    @Schema(name = "AuditBreakCause")
    public enum Cause {
        MISSING,
        CHANGED,
        INSERTED,
        HEAD_CHANGED,
        REWRITTEN
    }
}
