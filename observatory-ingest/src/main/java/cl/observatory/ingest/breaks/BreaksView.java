package cl.observatory.ingest.breaks;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.BreaksDefined;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DefinedBreaks", description = "The breaks of a data set as they were defined, in the order of time.")
record BreaksView(
        String dataset,

        @Schema(description = "Counts up with each change; name it in If-Match to change the list.")
        long version,

        List<BreakView> breaks,
        Instant definedAt) {

    @Schema(name = "DefinedBreak")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BreakView(String period, NewBreaks.Type type, Labels note, BridgeView bridge) {

        private static BreakView of(BreaksDefined.Break each) {
            return new BreakView(
                    each.period(),
                    NewBreaks.Type.valueOf(each.type()),
                    each.note(),
                    each.bridge() == null
                            ? null
                            : new BridgeView(
                                    each.bridge().factor(), each.bridge().note()));
        }
    }

    @Schema(name = "DefinedBridge")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BridgeView(BigDecimal factor, Labels note) {}

    static BreaksView of(BreaksDefined list) {
        return new BreaksView(
                list.datasetId(),
                list.version(),
                list.breaks().stream().map(BreakView::of).toList(),
                list.definedAt());
    }
}
