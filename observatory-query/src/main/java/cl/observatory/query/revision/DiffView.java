package cl.observatory.query.revision;

import cl.observatory.events.Labels;
import cl.observatory.query.answer.Page;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.classification.CodeRef;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.territory.TerritoryRef;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ReleaseDiff",
        description =
                "What a data set told otherwise from one release to another, of the cells as they were sent: sums "
                        + "follow from them.")
record DiffView(
        @Schema(description = "The cells that differ, in the order of dimensions, territory and period.")
        List<ChangedCellView> items,

        RevisionView revision,

        @Schema(description = "How the two differ, in sentences, from the same numbers.")
        Labels explanation,

        Page page,

        @Schema(description = "The two releases: BEFORE, then AFTER.")
        List<SourceView> sources,

        List<Warning> warnings) {

    @Schema(name = "ChangedCell")
    record ChangedCellView(
            TerritoryRef territory,
            String period,
            @Schema(description = "By dimension.") Map<String, CodeRef> dimensions,

            @Schema(
                    description =
                            "ADDED: only in the release after. REMOVED: only in the one before. CHANGED: another value, "
                                    + "status or attribute.")
            ChangedCell.Kind change,

            @Schema(description = "Null when it was not there.", nullable = true)
            CellStateView before,

            @Schema(description = "Null when it is not there any more.", nullable = true)
            CellStateView after,

            @Schema(description = "After less before; null unless there is a value in both.", nullable = true)
            BigDecimal difference,

            @Schema(description = "Of the value before, where that is above zero; null otherwise.", nullable = true)
            BigDecimal percent) {}

    @Schema(name = "CellState", description = "A cell in one of the two releases.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CellStateView(
            @Schema(description = "Null when it is missing, which is never zero.", nullable = true)
            @JsonInclude(JsonInclude.Include.ALWAYS)
            BigDecimal value,

            @Schema(description = "SDMX OBS_STATUS, as it was published.")
            ObsStatus status,

            @Schema(description = "Of an estimate, as published.")
            BigDecimal standardError,

            @Schema(description = "Lower end of the publisher's 95 % interval.")
            BigDecimal lower,

            @Schema(description = "Upper end of it.") BigDecimal upper,

            @Schema(description = "Interviews that an estimate is made of, unweighted.")
            Long sampleSize,

            @Schema(description = "Of the standard error of an estimate.")
            Long degreesOfFreedom) {}
}
