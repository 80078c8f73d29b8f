package cl.observatory.ingest.imports;

import cl.observatory.ingest.conflict.Conflicts;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ProfilePreview", description = "The first rows of a file as the profile would read them.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreviewView(
        @Schema(description = "The columns of the file, by the names that a profile calls them.")
        List<String> columns,

        List<Observation> observations,

        @Schema(description = "Rows among the first that the profile leaves out.")
        long leftOut,

        @Schema(description = "Encoding that a text was read in, as far as it was read.")
        String encoding,

        @Schema(description = "What is wrong with the first rows, grouped by cause.")
        List<Conflicts.View> conflicts) {

    @Schema(name = "PreviewedObservation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Observation(
            @Schema(description = "Line or row of the file.")
            long row,

            @Schema(description = "Code by component.") Map<String, String> components,

            @Schema(description = "Absent when it is missing, or rows are cases that are counted.")
            BigDecimal value,

            @Schema(description = "What stands beside an estimate, by component; absent for every other kind.")
            Map<String, BigDecimal> attributes) {

        static Observation of(FilePreview.Observation seen) {
            return new Observation(
                    seen.row(), seen.codes(), seen.value(), seen.attributes().isEmpty() ? null : seen.attributes());
        }
    }

    static PreviewView of(FilePreview.Seen seen, Locale language) {
        return new PreviewView(
                seen.columns(),
                seen.observations().stream().map(Observation::of).toList(),
                seen.leftOut(),
                seen.encoding(),
                Conflicts.views(seen.conflicts(), language));
    }
}
