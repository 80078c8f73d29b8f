package cl.observatory.ingest.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.re2j.Pattern;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Turns a wide table into a long one: each value column of a row becomes a row of its own. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Unpivot",
        description =
                "Makes a wide table long: every column whose whole name matches becomes a row of its own. The named"
                        + " groups of the expression become columns that hold what they matched.")
public record Unpivot(
        @Schema(
                description = "Regular expression (RE2) with a named group for each column to make.",
                examples = "Frecuencia (?P<year>\\d{4})")
        @NotNull
        @Size(min = 1, max = 500)
        String columns,

        @Schema(description = "Name of the column that holds the values.", defaultValue = "value")
        @Size(min = 1, max = 100)
        String value,

        @Schema(
                description = "Whether empty cells are no observations; otherwise each is read like any other cell.",
                defaultValue = "false")
        Boolean skipEmpty) {

    public String valueOrDefault() {
        return value == null ? "value" : value;
    }

    public boolean skipsEmpty() {
        return Boolean.TRUE.equals(skipEmpty);
    }

    /** The columns that it makes. */
    Set<String> made() {
        Set<String> made = new HashSet<>(Pattern.compile(columns).namedGroups().keySet());
        made.add(valueOrDefault());
        return made;
    }
}
