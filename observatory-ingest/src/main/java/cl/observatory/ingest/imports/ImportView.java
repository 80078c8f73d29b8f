package cl.observatory.ingest.imports;

import cl.observatory.ingest.approval.Rule;
import cl.observatory.ingest.check.CheckReport;
import cl.observatory.ingest.conflict.Conflicts;
import cl.observatory.ingest.masking.Masking;
import cl.observatory.ingest.release.Changes;
import cl.observatory.ingest.release.Releases;
import cl.observatory.ingest.release.Update;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Import",
        description = "A file that was taken in: what it held, what was decided, how far publication is.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
        @Schema(description = "Absent when the file was only validated.")
        UUID id,

        String dataset,
        ProfileUsed profile,
        ImportState state,

        @Schema(description = "What it does to the release before; a merge over nothing is full.")
        Update update,

        @Schema(description = "The release that it was compared with; absent when there was none.")
        UUID basedOn,

        Counts counts,

        @Schema(description = "First and last period with an observation.")
        Periods periods,

        Source source,

        @Schema(description = "Sum of the hashes of all rows of the release to be, as the contract of releases has it.")
        String checksum,

        String submittedBy,

        @Schema(description = "Whom the sender was bound to; absent when to nobody.")
        String organization,

        Instant submittedAt,

        @Schema(description = "Who may decide about it; absent once it is decided.")
        Rule approval,

        Decision decision,

        @Schema(description = "Instant before which it is not published.")
        Instant embargoUntil,

        Publication publication,

        @Schema(description = "Rows that were left out, grouped by cause.")
        List<Conflicts.View> conflicts,

        @Schema(description = "What the rules of the data set found, for whoever decides.")
        CheckReport.View checks,

        @Schema(description = "Of a restricted data set: the tables that are served of it. Nothing else is.")
        List<MaskedTableView> tables) {

    @Schema(name = "ImportProfileUsed")
    record ProfileUsed(String name, int version) {}

    @Schema(name = "ImportCounts", description = "Rows of data and what became of them.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Counts(
            @Schema(description = "Rows of data; in a wide table, each of its values. Those left out are not counted.")
            long received,

            long accepted,
            long rejected,

            @Schema(description = "Rows that the profile leaves out: totals, footnotes.")
            long leftOut,

            @Schema(description = "Zeros that the profile says the publisher leaves out.")
            long filled,

            @Schema(description = "Cells that the current release lacks.")
            Long created,

            @Schema(description = "Cells with another value or status than in the current release.")
            Long updated,

            @Schema(description = "Cells that are the same in the current release.")
            Long unchanged,

            @Schema(description = "Cells of the current release that would be gone.")
            Long removed) {}

    @Schema(name = "ImportPeriods")
    record Periods(String first, String last) {}

    @Schema(name = "ImportSource", description = "The file as it was sent.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Source(
            long bytes,
            String sha256,

            @Schema(description = "Encoding that a text was read in, declared or detected.")
            String encoding,

            @Schema(description = "Address that it was fetched from; absent when it was sent.")
            String fetchedFrom) {}

    @Schema(name = "ImportDecision")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decision(
            Import.Decision decision,
            String decidedBy,

            @Schema(description = "Whom the one who decided was bound to; absent when to nobody.")
            String organization,

            Instant decidedAt,
            String note) {}

    @Schema(name = "ImportPublication", description = "The release it became, and how far its events are.")
    record Publication(
            UUID release,

            @Schema(description = "Place among the data set's releases.")
            int sequence,

            Instant publishedAt,

            @Schema(description = "Events that the release consists of.")
            int events,

            @Schema(description = "Events that the broker has.")
            long sent) {}

    static ImportView of(Imports.Status status, Locale language) {
        Import taken = status.taken();
        return of(
                taken,
                taken.id(),
                state(status),
                status.approval(),
                status.progress().map(progress -> publication(taken, progress)).orElse(null),
                status.tables().stream().map(MaskedTableView::of).toList(),
                language);
    }

    static ImportView of(Intake.Validation validation, Locale language) {
        return of(
                validation.read(),
                null,
                validation.acceptable() ? ImportState.VALIDATED : ImportState.REFUSED,
                null,
                null,
                validation.tables().stream().map(MaskedTableView::of).toList(),
                language);
    }

    private static ImportView of(
            Import taken,
            UUID id,
            ImportState state,
            Rule approval,
            Publication publication,
            List<MaskedTableView> tables,
            Locale language) {
        return new ImportView(
                id,
                taken.datasetId(),
                new ProfileUsed(taken.profileName(), taken.profileVersion()),
                state,
                taken.release().update(),
                taken.release().basedOn(),
                counts(taken),
                new Periods(taken.firstPeriod(), taken.lastPeriod()),
                new Source(taken.sourceBytes(), taken.sourceSha256(), taken.sourceEncoding(), taken.fetchedFrom()),
                taken.checksum(),
                taken.submittedBy(),
                taken.organization(),
                taken.submittedAt(),
                taken.decision() == null ? approval : null,
                taken.decision() == null ? null : decision(taken),
                taken.embargoUntil(),
                publication,
                Conflicts.views(taken.conflicts(), language),
                taken.checks() == null ? null : taken.checks().in(language),
                tables.isEmpty() ? null : tables);
    }

    private static Counts counts(Import taken) {
        Optional<Changes> changes = Optional.ofNullable(taken.release().changes());
        return new Counts(
                taken.rowsReceived(),
                taken.rowsAccepted(),
                taken.rowsReceived() - taken.rowsAccepted(),
                taken.rowsDropped(),
                taken.cellsFilled(),
                changes.map(Changes::created).orElse(null),
                changes.map(Changes::updated).orElse(null),
                changes.map(Changes::unchanged).orElse(null),
                changes.map(Changes::removed).orElse(null));
    }

    private static Decision decision(Import taken) {
        return new Decision(
                taken.decision(), taken.decidedBy(), taken.decidedFor(), taken.decidedAt(), taken.decisionNote());
    }

    private static Publication publication(Import taken, Releases.Progress progress) {
        int events = taken.batches() + 1;
        return new Publication(
                taken.id(),
                progress.release().sequence(),
                progress.release().publishedAt(),
                events,
                events - progress.unsentEvents());
    }

    private static ImportState state(Imports.Status status) {
        return switch (status.taken().decision()) {
            case null -> ImportState.AWAITING_APPROVAL;
            case REJECT -> ImportState.REJECTED;
            case APPROVE -> status.tables().isEmpty() ? stateOfRelease(status) : stateOfTables(status.tables());
        };
    }

    private static ImportState stateOfTables(List<Masking.Status> tables) {
        long unsent = tables.stream()
                .flatMap(table -> table.progress().stream())
                .mapToLong(Releases.Progress::unsentEvents)
                .sum();
        return unsent == 0 ? ImportState.PUBLISHED : ImportState.PUBLISHING;
    }

    private static ImportState stateOfRelease(Imports.Status status) {
        return status.progress()
                .map(ImportView::state)
                .orElse(status.taken().isStale() ? ImportState.STALE : ImportState.EMBARGOED);
    }

    private static ImportState state(Releases.Progress progress) {
        if (progress.release().isWithdrawn()) {
            return ImportState.WITHDRAWN;
        }
        return progress.unsentEvents() == 0 ? ImportState.PUBLISHED : ImportState.PUBLISHING;
    }
}
