package cl.observatory.ingest.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a file names its columns. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "FileHeader",
        description =
                "Where the file names its columns; its first row when absent. A column without a name is called by"
                        + " its place: #1, #2, …")
public record Header(
        @Schema(
                description =
                        "Line of a text, or row of a sheet, where the header begins; what stands above is not read.",
                examples = "21")
        @Min(1)
        @Max(10_000)
        Integer row,

        @Schema(
                description = "Rows that the header takes. Names are joined by a space; above the last one, a cell that"
                        + " is empty continues the one to its left.",
                defaultValue = "1")
        @Min(1)
        @Max(5)
        Integer rows,

        @Schema(description = "Names of the columns, for a file that has no header.") @Size(min = 1, max = 2000)
        List<@NotNull @Size(min = 1, max = 500) String> names) {

    /** How many lines of a text, or rows of a sheet, stand before the one where the header begins. */
    public int rowsBefore() {
        return row == null ? 0 : row - 1;
    }

    public int rowsOrDefault() {
        return rows == null ? 1 : rows;
    }
}
