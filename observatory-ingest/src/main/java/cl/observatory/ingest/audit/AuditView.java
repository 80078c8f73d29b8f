package cl.observatory.ingest.audit;

import cl.observatory.audit.AuditEntry;
import cl.observatory.audit.AuditTable;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Audit", description = "Who changed what, when and why, in the order in which it was done.")
record AuditView(List<Entry> items, Page page) {

    @Schema(name = "AuditEntry", description = "One thing that was done.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            @Schema(description = "Place in the chain, from 1 without gaps.")
            long sequence,

            Instant at,

            @Schema(description = "Who did it.") String principal,

            @Schema(description = "Whom the principal was bound to; absent when to nobody.")
            String organization,

            @Schema(description = "What was done.") Action action,

            @Schema(description = "The data set that it concerns; absent when it concerns none.")
            String dataset,

            @Schema(
                    description = "Address of what was changed, below /v1/.",
                    examples = "datasets/cead-cases/profiles/portal-csv")
            String subject,

            @Schema(description = "Why, in the principal's words.")
            String reason,

            @Schema(description = "What a reader needs to understand the change.")
            Map<String, String> details,

            @Schema(
                    description = "SHA-256 over this entry and the hash of the one before, in hexadecimal digits; ADR "
                            + "0015 says how, so that anybody can compute it.")
            String hash) {}

    @Schema(name = "AuditPage")
    record Page(
            int limit,

            @Schema(description = "Value of `after` for what follows; null when nothing does.")
            String nextCursor) {}

    static AuditView of(List<AuditTable.Stored> entries, int limit) {
        boolean full = entries.size() == limit;
        return new AuditView(
                entries.stream().map(AuditView::entry).toList(),
                new Page(limit, full ? Long.toString(entries.getLast().entry().sequence()) : null));
    }

    private static Entry entry(AuditTable.Stored stored) {
        AuditEntry entry = stored.entry();
        return new Entry(
                entry.sequence(),
                entry.at(),
                entry.principal(),
                entry.organization(),
                Action.valueOf(entry.action()),
                entry.domain(),
                entry.subject(),
                entry.reason(),
                entry.details(),
                stored.hash());
    }
}
