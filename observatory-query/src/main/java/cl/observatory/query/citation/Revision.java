package cl.observatory.query.citation;

import cl.observatory.problem.ProblemException;
import cl.observatory.query.answer.CitedAnswer;
import cl.observatory.query.answer.CitedAnswer.Value;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CitationRevision", description = "What has become of cited values since.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Revision(
        @Schema(
                description =
                        "Whether any value or status is another one now, or is not told any more; null when the question "
                                + "cannot be answered now.",
                nullable = true)
        @JsonInclude(JsonInclude.Include.ALWAYS)
        Boolean revised,

        @Schema(description = "Why it cannot be answered: the code of the problem.")
        String unanswered,

        @Schema(description = "How many values differ.") int changed,

        @Schema(description = "Those that differ, at most 1,000 of them.")
        List<Changed> items,

        @Schema(description = "Where the values of now come from.")
        List<CitedSource> sources) {

    private static final int MOST_SHOWN = 1_000;

    @Schema(name = "RevisedValue")
    record Changed(
            @Schema(description = "What the value is of, by column.")
            Map<String, String> key,

            @Schema(description = "As it was cited; absent when there was none.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            Told then,

            @Schema(description = "As it is told now; absent when there is none.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            Told now) {}

    @Schema(name = "ToldValue")
    record Told(
            @Schema(nullable = true) BigDecimal value,
            @Schema(description = "SDMX OBS_STATUS.") String status) {

        static Told of(Value value) {
            return value == null ? null : new Told(value.value(), value.status());
        }

        private boolean isSame(Told other) {
            boolean bothTold = value != null && other.value != null;
            boolean neitherTold = value == null && other.value == null;
            return status.equals(other.status) && (neitherTold || (bothTold && value.compareTo(other.value) == 0));
        }
    }

    static Revision unanswered(ProblemException reason) {
        return new Revision(null, reason.type().name(), 0, List.of(), null);
    }

    static Revision of(Citation.Content then, CitedAnswer now) {
        Map<List<String>, Value> told = new HashMap<>();
        now.values().forEach(value -> told.put(value.key(), value));
        List<Changed> changed = new ArrayList<>();
        for (Value value : then.values()) {
            Value other = told.remove(value.key());
            if (other == null || !Told.of(value).isSame(Told.of(other))) {
                changed.add(changed(then.columns(), value.key(), value, other));
            }
        }
        now.values().stream()
                .filter(value -> told.containsKey(value.key()))
                .forEach(added -> changed.add(changed(then.columns(), added.key(), null, added)));
        return new Revision(
                !changed.isEmpty(),
                null,
                changed.size(),
                changed.stream().limit(MOST_SHOWN).toList(),
                CitedSource.of(now.sources()));
    }

    private static Changed changed(List<String> columns, List<String> key, Value then, Value now) {
        return new Changed(byColumn(columns, key), Told.of(then), Told.of(now));
    }

    static Map<String, String> byColumn(List<String> columns, List<String> key) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            parts.put(columns.get(i), key.get(i));
        }
        return parts;
    }
}
