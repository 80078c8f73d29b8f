package cl.observatory.query.profile;

import cl.observatory.events.Labels;
import cl.observatory.query.annotation.AnnotationView;
import cl.observatory.query.answer.IndicatorRef;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.measure.MeasureView;
import cl.observatory.query.signal.SignalView;
import cl.observatory.query.territory.TerritoryRef;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "TerritoryProfile",
        description =
                "What every indicator says of a territory, in blocks by the kind of knowledge that it is. There is no "
                        + "score: figures of different kinds are never put together.")
record ProfileView(
        TerritoryRef territory,

        @Schema(description = "The instant whose state of knowledge this is; absent for the present.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant asOf,

        List<BlockView> blocks) {

    @Schema(name = "ProfileBlock", description = "The indicators of one kind.")
    record BlockView(
            @Schema(description = "COMMUNITY_SIGNALS is there only when there are such data.")
            BlockKind kind,

            Labels labels,

            @Schema(description = "What figures of this kind say and what they do not.")
            Labels description,

            @Schema(description = "NO_INDICATOR when the block is empty.") @JsonInclude(JsonInclude.Include.NON_NULL)
            Missing reason,

            @Schema(description = "In the order of their codes.")
            List<ItemView> items,

            @Schema(
                    description =
                            "Of COMMUNITY_SIGNALS: what the newest month says that was closed, of each category. Absent "
                                    + "from other blocks.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            List<SignalView> signals) {}

    @Schema(
            name = "ProfileItem",
            description = "An indicator's value of its own latest complete period, with its own sources and caveats.")
    record ItemView(
            IndicatorRef indicator,

            @Schema(description = "What is missing has a value of null and a reason. Absent when nothing can be read.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            MeasureView measure,

            @Schema(description = "Why there is no measure.") @JsonInclude(JsonInclude.Include.NON_NULL)
            Missing reason,

            @Schema(description = "The figure in a sentence, from the same numbers.")
            Labels explanation,

            @Schema(description = "What organizations say beside the figure; it does not change by it.")
            List<AnnotationView> annotations,

            @Schema(description = "With the release that was read: when it was published and when its file was taken.")
            List<SourceView> sources,

            List<Warning> warnings) {}
}
