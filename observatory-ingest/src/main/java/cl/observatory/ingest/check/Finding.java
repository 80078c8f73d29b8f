package cl.observatory.ingest.check;

import cl.observatory.events.Labels;
import cl.observatory.ingest.IngestProblem;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of one rule, before it is put into words.
 *
 * @param code null when the rule looked and found nothing
 * @param count how many there are, the examples being the first or worst of them
 * @param arguments for the placeholders of the words
 */
public record Finding(
        String rule,
        String type,
        CheckRule.Level level,
        Outcome outcome,
        FindingCode code,
        long count,
        List<Object> arguments,
        List<Example> examples) {

    /** How a rule ended. */
    @Schema(name = "CheckOutcome")
    public enum Outcome {
        FOUND,
        PASSED,
        NOT_APPLICABLE
    }

    /**
     * A place where it shows; whatever does not tell one place from another is null.
     *
     * @param name of the territory
     * @param before value in the current release
     */
    public record Example(
            String territory,
            Labels name,
            String period,
            Map<String, String> codes,
            BigDecimal value,
            BigDecimal before,
            Expected expected) {}

    /** What a value was expected to be: a range, or one number. */
    @Schema(name = "CheckExpected", description = "From and to; equal when there is one such number.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Expected(BigDecimal from, BigDecimal to) {}

    /** A finding in words, for the answers of the API. */
    @Schema(name = "CheckFinding", description = "What came of one rule.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            @Schema(description = "Name of the rule.") String rule,

            @Schema(description = "Type of the rule.", examples = "OUTLIERS")
            String type,

            CheckRule.Level level,
            Outcome outcome,

            @Schema(description = "What was found, or why the rule does not apply; absent when it passed.")
            FindingCode code,

            String message,
            @Schema(description = "What to do about it.") String hint,

            @Schema(description = "How many there are; absent unless something was found.")
            Long count,

            @Schema(description = "The first or worst of them.")
            List<ExampleView> examples) {}

    @Schema(name = "CheckExample", description = "A place where it shows.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ExampleView(
            String territory,
            @Schema(description = "Name of the territory.") String name,
            String period,
            @Schema(description = "Code of each dimension.") Map<String, String> codes,

            @Schema(description = "In the file; absent when missing.")
            BigDecimal value,

            @Schema(description = "In the current release; absent when missing.")
            BigDecimal before,

            Expected expected) {}

    View in(Locale language) {
        boolean found = outcome == Outcome.FOUND;
        return new View(
                rule,
                type,
                level,
                outcome,
                code,
                words(language, ""),
                words(language, ".hint"),
                found ? count : null,
                found
                        ? examples.stream()
                                .map(example -> view(example, language))
                                .toList()
                        : null);
    }

    private static ExampleView view(Example example, Locale language) {
        return new ExampleView(
                example.territory(),
                example.name() == null
                        ? null
                        : language.equals(Locale.ENGLISH)
                                ? example.name().en()
                                : example.name().es(),
                example.period(),
                example.codes(),
                example.value(),
                example.before(),
                example.expected());
    }

    private String words(Locale language, String part) {
        return code == null
                ? null
                : IngestProblem.CHECKS_FAILED
                        .words(language, "finding." + code + part, arguments.toArray())
                        .orElse(null);
    }
}
