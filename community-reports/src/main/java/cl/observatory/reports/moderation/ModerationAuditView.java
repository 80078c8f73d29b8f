package cl.observatory.reports.moderation;

import cl.observatory.audit.AuditEntry;
import cl.observatory.audit.AuditTable;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ModerationAudit",
        description = "Who opened or decided what, on which day and why, in the order in which it was done.")
record ModerationAuditView(List<Entry> items, Page page) {

    @Schema(name = "ModerationAuditEntry", description = "One thing that was done.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            @Schema(description = "Place in the chain, from 1 without gaps.")
            long sequence,

            @Schema(description = "The day in Chile; its instant in the hash is midnight UTC.")
            LocalDate day,

            @Schema(description = "Who did it: issuer and name.")
            String principal,

            @Schema(description = "Whom the principal works for.")
            String organization,

            @Schema(description = "What was done.", implementation = Action.class)
            String action,

            @Schema(description = "Lane of the report.") String lane,

            @Schema(description = "The report: moderation/reports/ and its id.")
            String subject,

            @Schema(description = "Why it was opened.", implementation = OpeningReason.class)
            String reason,

            @Schema(
                    description = "SHA-256 over this entry and the hash of the one before, in hexadecimal digits; the "
                            + "guide of moderation says how.")
            String hash) {}

    @Schema(name = "ModerationAuditPage")
    record Page(
            int limit,

            @Schema(description = "Value of `after` for what follows; null when nothing does.")
            String nextCursor) {}

    static ModerationAuditView of(List<AuditTable.Stored> entries, int limit) {
        boolean full = entries.size() == limit;
        return new ModerationAuditView(
                entries.stream().map(ModerationAuditView::entry).toList(),
                new Page(limit, full ? Long.toString(entries.getLast().entry().sequence()) : null));
    }

    private static Entry entry(AuditTable.Stored stored) {
        AuditEntry entry = stored.entry();
        return new Entry(
                entry.sequence(),
                LocalDate.ofInstant(entry.at(), ZoneOffset.UTC),
                entry.principal(),
                entry.organization(),
                entry.action(),
                entry.domain(),
                entry.subject(),
                entry.reason(),
                stored.hash());
    }
}
