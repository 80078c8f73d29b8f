package cl.observatory.ingest.imports;

import cl.observatory.ingest.release.Changes;
import cl.observatory.ingest.release.Update;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ImportDiff",
        description =
                "How the release would differ from the current one, for whoever decides. Of a merge, only the regions "
                        + "and years that its file has cells of.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DiffView(
        String dataset,
        Update update,

        @Schema(description = "The release that it was compared with; absent when there was none.")
        UUID basedOn,

        @Schema(description = "Cells that the current release lacks.")
        long created,

        @Schema(description = "Cells with another value or status.")
        long updated,

        long unchanged,

        @Schema(description = "Cells of the current release that would be gone.")
        long removed,

        List<Item> items) {

    @Schema(name = "ImportDiffItem", description = "Cells of a region and a year.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            @Schema(description = "Code of the region, CL for cells of the country.")
            String region,

            int year,
            long created,
            long updated,
            long unchanged,
            long removed,

            @Schema(
                    description =
                            "Sum of the values in the current release; absent without any, or when they are not to "
                                    + "be added up.")
            BigDecimal before,

            @Schema(description = "Sum of the values in the release to be, those that a merge keeps included.")
            BigDecimal after) {}

    static DiffView of(Import taken) {
        Changes changes = taken.release().changes();
        return new DiffView(
                taken.datasetId(),
                taken.release().update(),
                taken.release().basedOn(),
                changes.created(),
                changes.updated(),
                changes.unchanged(),
                changes.removed(),
                changes.groups().stream()
                        .map(group -> new Item(
                                group.region(),
                                group.year(),
                                group.added(),
                                group.changed(),
                                group.unchanged(),
                                group.removed(),
                                group.before(),
                                group.after()))
                        .toList());
    }
}
