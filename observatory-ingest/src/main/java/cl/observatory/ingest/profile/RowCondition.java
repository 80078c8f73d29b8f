package cl.observatory.ingest.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a row says in one column. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RowCondition", description = "Met when the text of a column is one of these: exactly one of the three.")
public record RowCondition(
        @Schema(description = "Name of the column.") @NotNull @Size(min = 1, max = 500)
        String column,

        @Schema(description = "Texts, without the space around them.") @Size(min = 1, max = 1000)
        List<@NotNull @Size(max = 500) String> in,

        @Schema(description = "Regular expression (RE2) of the whole text.") @Size(min = 1, max = 500)
        String matches,

        @Schema(description = "true: empty or only space; false: anything else.")
        Boolean blank,

        @Schema(description = "Whether the file may lack the column; nothing is then asked.", defaultValue = "false")
        Boolean optional) {

    static RowCondition optionallyIn(String column, List<String> texts) {
        return new RowCondition(column, texts, null, null, true);
    }

    public boolean mayBeAbsent() {
        return Boolean.TRUE.equals(optional);
    }

    boolean saysOneThing() {
        return Stream.of(in, matches, blank).filter(said -> said != null).count() == 1;
    }
}
