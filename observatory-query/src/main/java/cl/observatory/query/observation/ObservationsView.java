package cl.observatory.query.observation;

import cl.observatory.events.Labels;
import cl.observatory.query.answer.Page;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.territory.TerritoryRef;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Observations", description = "A slice of a data set.")
record ObservationsView(
        @Schema(description = "The instant whose state of knowledge this is; absent for the present.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant asOf,

        @Schema(description = "In the order of dimensions, territory and period.")
        List<ObservationView> items,

        Page page,
        List<SourceView> sources,
        List<Warning> warnings) {

    /** The same, with something more to know before using it. */
    ObservationsView warningAlsoOf(List<Warning> more) {
        return new ObservationsView(
                asOf,
                items,
                page,
                sources,
                Stream.concat(warnings.stream(), more.stream()).toList());
    }

    @Schema(name = "Observation")
    record ObservationView(
            TerritoryRef territory,
            String period,
            @Schema(description = "By dimension.") Map<String, CodeView> dimensions,
            @Schema(nullable = true) BigDecimal value,

            @Schema(description = "SDMX OBS_STATUS, the strongest of the cells that it is made of.")
            ObsStatus status,

            @Schema(description = "Months of the period that the value is made of.")
            int monthsCovered,

            @Schema(description = "Cells as they were sent that the value is made of; 1 for one of them.")
            int cells) {}

    @Schema(name = "CodeReference")
    record CodeView(String code, Labels labels) {}
}
