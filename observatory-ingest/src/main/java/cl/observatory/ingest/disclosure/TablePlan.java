package cl.observatory.ingest.disclosure;

import cl.observatory.events.time.Frequency;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The tables that are served of a restricted data set. Nothing else of it is.")
public record TablePlan(
        @Schema(
                description = "Counts from 1 to below this number are hidden, with companions that would give them "
                        + "away. 5 when left out.",
                defaultValue = "5")
        @Min(3)
        @Max(100_000)
        Integer minimum,

        @NotEmpty @Size(max = 20) List<@Valid @NotNull PlanTable> tables) {

    private static final int MINIMUM = 5;

    public TablePlan {
        minimum = minimum == null ? Integer.valueOf(MINIMUM) : minimum;
    }

    @Schema(
            name = "PlanTable",
            description =
                    "A table, served as a data set of its own whose id is that of the restricted one, a hyphen and "
                            + "the id of the table.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PlanTable(
            @Schema(description = "Id within the plan.", examples = "by-class")
            @NotNull
            @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
            @Size(max = 30)
            String id,

            @NotNull @Valid Title title,

            @Schema(
                    description = "What tells its cells apart: TIME_PERIOD always, REF_AREA unless it is of the whole "
                            + "country, and dimensions of the data set. Three at most.",
                    examples = "[\"REF_AREA\", \"TIME_PERIOD\"]")
            @NotEmpty
            @Size(max = 3)
            List<@NotBlank @Size(max = 30) String> dimensions,

            @Schema(
                    description = "Level of its territories: that of the data set, when left out, or a level above.",
                    enumeration = {"country", "region", "province", "commune"})
            @Size(max = 30)
            String level,

            @Schema(description = "SDMX FREQ of its periods: that of the data set, when left out, or a coarser one.")
            Frequency frequency,

            @Schema(description = "Whether it has totals over its own dimensions too, under the code _T.")
            boolean totals) {

        /** Whether a row speaks of a territory within the country. */
        @JsonIgnore
        boolean hasAreas() {
            return dimensions.contains("REF_AREA");
        }
    }

    @Schema(name = "PlanTableTitle")
    public record Title(
            @NotBlank @Size(max = 200) String es,
            @NotBlank @Size(max = 200) String en) {}
}
