package cl.observatory.ingest.alertrule;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.events.time.Frequency;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What is watched, and when something is worth a look.")
record NewAlertRule(
        @NotNull @Valid Words labels,

        @Schema(
                description =
                        "Whose values are watched. BASELINE and CUSUM need a COUNT or a RATE; what a survey estimates, an "
                                + "index, an amount and a share are watched by THRESHOLD alone.",
                examples = "CEAD_DRUG_LAW_RATE")
        @NotBlank
        @Size(max = 100)
        String indicator,

        @Schema(
                description = "Level of the territories that are watched; left out for NEW_RELEASE.",
                examples = "commune")
        Level level,

        @Schema(description = "The only ones of that level that are watched; left out for all.")
        @Size(min = 1, max = 400)
        List<@NotNull @Pattern(regexp = "CL|[0-9]{2}|[0-9]{3}|[0-9]{5}") String> territories,

        @Schema(
                description =
                        "How long the periods are that are watched: as those of the data set, or longer; left out "
                                + "for NEW_RELEASE.",
                examples = "M")
        Frequency frequency,

        @NotNull @Valid NewAlertMethod method,

        @Schema(
                description = "Whether values that may still be revised raise alerts too, with a caveat.",
                defaultValue = "false")
        Boolean includeProvisional,

        @Schema(
                description =
                        "Whether the reference may lie on both sides of a break, with a caveat. Otherwise only what "
                                + "comes after the last break is used.",
                defaultValue = "false")
        Boolean allowBreak,

        @Schema(description = "Whether it raises anything.", defaultValue = "true")
        Boolean active) {

    @Schema(name = "AlertRuleWords")
    record Words(
            @NotBlank @Size(max = 300) String es,
            @NotBlank @Size(max = 300) String en) {}

    /** A level of territories, by its public name. */
    @Schema(name = "AlertRuleLevel")
    enum Level {
        country,
        region,
        province,
        commune
    }

    AlertRuleDefined definition(String code, long version) {
        return new AlertRuleDefined(
                code,
                version,
                new Labels(labels.es(), labels.en()),
                indicator,
                level == null ? null : level.name(),
                territories == null
                        ? null
                        : territories.stream().distinct().sorted().toList(),
                frequency,
                method.definition(frequency),
                Boolean.TRUE.equals(includeProvisional),
                Boolean.TRUE.equals(allowBreak),
                !Boolean.FALSE.equals(active));
    }
}
