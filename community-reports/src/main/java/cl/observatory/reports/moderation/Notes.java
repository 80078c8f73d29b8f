package cl.observatory.reports.moderation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ModerationNotes", description = "What moderation knows of a report. It is sealed with it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Notes(
        @Schema(description = "Day of the last decision.") LocalDate decidedOn,

        @Schema(description = "How far others bear it out.") Confidence confidence,

        @Schema(description = "Why it was rejected.") RejectReason reason,

        @Schema(description = "Report that tells the same.") UUID mergedInto,

        @Schema(description = "How many reports were merged into this one.")
        int duplicates,

        @Schema(description = "What was proposed to a second person, or confirmed by one: to refer it.")
        String referral,

        @Schema(description = "What was proposed to a second person, or confirmed by one: to keep it longer.")
        Hold hold,

        @Schema(description = "What the reporter was told, the oldest first.")
        List<Told> messages) {

    static final Notes NONE = new Notes(null, null, null, null, 0, null, null, List.of());

    Notes {
        messages = messages == null ? List.of() : List.copyOf(messages);
    }

    @Schema(name = "ReportHold", description = "That the report is kept beyond the date of its first key.")
    record Hold(
            @Schema(description = "Last day on which it has to be there.")
            LocalDate until,

            @Schema(description = "Why, in the words of whoever proposed it.")
            String reason) {}

    @Schema(name = "ReportMessage", description = "What the reporter was told.")
    record Told(
            @Schema(description = "Day on which it was.") LocalDate day, String text) {}

    Notes decided(LocalDate day) {
        return new Notes(day, confidence, reason, mergedInto, duplicates, referral, hold, messages);
    }

    Notes validated(Confidence borne) {
        return new Notes(decidedOn, borne, reason, mergedInto, duplicates, referral, hold, messages);
    }

    Notes rejected(RejectReason why) {
        return new Notes(decidedOn, confidence, why, mergedInto, duplicates, referral, hold, messages);
    }

    Notes merged(UUID into) {
        return new Notes(decidedOn, confidence, reason, into, duplicates, referral, hold, messages);
    }

    Notes withDuplicate() {
        return new Notes(decidedOn, confidence, reason, mergedInto, duplicates + 1, referral, hold, messages);
    }

    Notes referred(String why) {
        return new Notes(decidedOn, confidence, reason, mergedInto, duplicates, why, hold, messages);
    }

    Notes held(Hold asked) {
        return new Notes(decidedOn, confidence, reason, mergedInto, duplicates, referral, asked, messages);
    }

    Notes told(Told message) {
        List<Told> more = new ArrayList<>(messages);
        more.add(message);
        return new Notes(decidedOn, confidence, reason, mergedInto, duplicates, referral, hold, more);
    }
}
