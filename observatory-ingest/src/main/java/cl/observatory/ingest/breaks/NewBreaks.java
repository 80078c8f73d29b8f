package cl.observatory.ingest.breaks;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.BreaksDefined;
import cl.observatory.events.time.Period;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The whole list of a data set's breaks; it takes the place of the one before.")
record NewBreaks(@NotNull @Size(max = 200) List<@NotNull @Valid Break> breaks) {

    /** What changed. */
    @Schema(name = "BreakType")
    enum Type {
        METHOD,
        COVERAGE,
        CLASSIFICATION,
        TERRITORY,
        POPULATION_BASE
    }

    @Schema(
            name = "NewBreak",
            description =
                    "From when on figures are no longer comparable with those before. Readers see status B at the first "
                            + "point, a warning, and no percent change across it.")
    record Break(
            @Schema(
                    description =
                            "The first period that is made in the new way: of the data set's frequency, or a year.",
                    examples = "2023")
            @NotBlank
            @Size(max = 10)
            String period,

            @NotNull Type type,

            @Schema(description = "What changed, for readers.") @NotNull @Valid
            Note note,

            @Schema(
                    description =
                            "The publisher's own link over the break, if there is one. It is shown and never applied.")
            @Valid
            Bridge bridge) {

        private BreaksDefined.Break event() {
            return new BreaksDefined.Break(
                    period,
                    type.name(),
                    note.labels(),
                    bridge == null
                            ? null
                            : new BreaksDefined.Bridge(
                                    bridge.factor(), bridge.note().labels()));
        }
    }

    @Schema(name = "NewBridge")
    record Bridge(
            @Schema(
                    description =
                            "What figures before are to be multiplied by; left out when the link is another one, such as "
                                    + "a series that the publisher made again.",
                    examples = "0.95")
            @DecimalMin(value = "0", inclusive = false)
            @Digits(integer = 6, fraction = 6)
            BigDecimal factor,

            @Schema(description = "What the link is and where it comes from.") @NotNull @Valid
            Note note) {}

    @Schema(name = "BreakNote")
    record Note(
            @NotBlank @Size(max = 2000) String es,
            @NotBlank @Size(max = 2000) String en) {

        private Labels labels() {
            return new Labels(es, en);
        }
    }

    /** In the order of time, whatever the order in which they were sent. */
    BreaksDefined definition(String datasetId, long version, Instant definedAt) {
        return new BreaksDefined(
                datasetId,
                version,
                breaks.stream()
                        .map(Break::event)
                        .sorted(Comparator.comparing((BreaksDefined.Break each) -> Period.parse(each.period())
                                        .orElseThrow()
                                        .start())
                                .thenComparing(BreaksDefined.Break::type))
                        .toList(),
                definedAt);
    }
}
