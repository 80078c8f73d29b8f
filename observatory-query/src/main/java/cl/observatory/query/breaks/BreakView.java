package cl.observatory.query.breaks;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.BreaksDefined;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Break",
        description = "From when on the figures of a data set are no longer comparable with those before.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BreakView(
        String dataset,

        @Schema(description = "The first period that is made in the new way.", examples = "2023")
        String period,

        @Schema(
                description = "What changed: METHOD, COVERAGE, CLASSIFICATION, TERRITORY or POPULATION_BASE.",
                examples = "METHOD")
        String type,

        @Schema(description = "What changed, in words.") Labels note,

        @Schema(
                description =
                        "The publisher's own link over the break, which is not applied; absent when there is none.")
        BridgeView bridge,

        @Schema(description = "Version of the data set's list of breaks, and since when it holds.")
        ListVersion list) {

    @Schema(name = "Bridge")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BridgeView(
            @Schema(description = "What figures before are to be multiplied by; absent when the link is another one.")
            BigDecimal factor,

            @Schema(description = "What the link is and where it comes from.")
            Labels note) {}

    @Schema(name = "BreakListVersion")
    record ListVersion(long version, Instant definedAt) {}

    static Stream<BreakView> of(BreaksDefined list) {
        ListVersion version = new ListVersion(list.version(), list.definedAt());
        return list.breaks().stream()
                .map(each -> new BreakView(
                        list.datasetId(),
                        each.period(),
                        each.type(),
                        each.note(),
                        each.bridge() == null
                                ? null
                                : new BridgeView(
                                        each.bridge().factor(), each.bridge().note()),
                        version));
    }

    @Schema(name = "BreakList")
    record BreakListView(
            @Schema(description = "By data set, and for each in the order of time.")
            List<BreakView> items) {}
}
