package cl.observatory.query.signal;

import cl.observatory.events.Labels;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.territory.TerritoryRef;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Signal",
        description =
                "What communities reported of a category in a territory and a period: a band for a commune's month, a sum of "
                        + "the lower ends of such bands for anything larger.")
public record SignalView(
        CategoryRef category,
        TerritoryRef territory,
        @Schema(examples = "2026-10") String period,

        @Schema(
                description =
                        "Of a commune's month: the band that its noised count lies in. LT5 is below five, and is said "
                                + "of every commune that reached no more, whether anything was reported there or not. Absent for "
                                + "totals.",
                examples = "5-9")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String band,

        @Schema(
                description =
                        "Lower end of the band; for a total, the sum of the lower ends of all bands in it. Null where "
                                + "there is no band, which is not zero.",
                nullable = true)
        Long atLeast,

        @Schema(description = "Whether it is a sum of lower ends.")
        boolean total,

        @Schema(description = "How many bands it is made of.")
        int bands,

        @Schema(description = "How many months of the period were closed.")
        int monthsCovered,

        @Schema(description = "G: experimental.") ObsStatus status) {

    @Schema(name = "SignalCategory", description = "A category of community reports, or a group of categories.")
    public record CategoryRef(
            @Schema(examples = "EXTORTION") String code,
            Labels labels,
            SignalCategory.Kind kind,

            @Schema(description = "Of a category: the group that it belongs to.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            String group) {}

    static SignalView of(Signal signal) {
        SignalCategory category = signal.category();
        return new SignalView(
                new CategoryRef(category.code(), category.labels(), category.kind(), category.group()),
                TerritoryRef.of(signal.territory()),
                signal.period().toString(),
                signal.bandName(),
                signal.atLeast(),
                signal.isTotal(),
                signal.bands(),
                signal.monthsCovered(),
                ObsStatus.G);
    }
}
