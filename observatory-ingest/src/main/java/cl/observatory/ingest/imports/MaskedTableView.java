package cl.observatory.ingest.imports;

import cl.observatory.ingest.masking.MaskedTable;
import cl.observatory.ingest.masking.Masking;
import cl.observatory.ingest.release.Releases;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "MaskedTable",
        description = "A table of a restricted data set as the file fills it, and how much of it is hidden.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MaskedTableView(
        @Schema(description = "The data set that the table is.")
        String dataset,

        @Schema(description = "Cells that the table has.") long cells,

        @Schema(description = "Cells that are hidden because few cases are in them.")
        long hiddenSmall,

        @Schema(description = "Cells that are hidden because they would give others away, or were hidden before.")
        long hiddenCompanions,

        @Schema(
                description = "Hidden cells of which a reader who compares with earlier releases can tell too much, "
                        + "whatever is hidden now. To be weighed before a yes.")
        long revealing,

        @Schema(description = "Absent before it is published.")
        ImportView.Publication publication) {

    static MaskedTableView of(Masking.Status status) {
        return of(
                status.table(),
                status.progress()
                        .map(progress -> publication(status.table(), progress))
                        .orElse(null));
    }

    static MaskedTableView of(MaskedTable table) {
        return of(table, null);
    }

    private static MaskedTableView of(MaskedTable table, ImportView.Publication publication) {
        return new MaskedTableView(
                table.datasetId(),
                table.rows(),
                table.hiddenSmall(),
                table.hiddenCompanions(),
                table.revealing(),
                publication);
    }

    private static ImportView.Publication publication(MaskedTable table, Releases.Progress progress) {
        int events = table.batches() + 1;
        return new ImportView.Publication(
                table.id(),
                progress.release().sequence(),
                progress.release().publishedAt(),
                events,
                events - progress.unsentEvents());
    }
}
