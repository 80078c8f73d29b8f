package cl.observatory.ingest.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the code or value of a component comes from: a column, several of them joined, or the same for every row. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ComponentOrigin")
public record Origin(
        @Schema(description = "Name of the column: its header, or one that unpivot makes.") @Size(min = 1, max = 500)
        String column,

        @Schema(description = "Several columns instead, whose texts are joined.", examples = "[\"Año\", \"Mes\"]")
        @Size(min = 2, max = 5)
        List<@NotNull @Size(min = 1, max = 500) String> columns,

        @Schema(description = "Stands between the texts of several columns.", defaultValue = "-") @Size(max = 5)
        String joiner,

        @Schema(description = "The code of every row, instead of a column.") @Size(min = 1, max = 100)
        String constant,

        @Schema(
                description = "Regular expression (RE2) of the whole text; what its first group matches is read.",
                examples = "(\\d+) - .*")
        @Size(min = 1, max = 500)
        String extract,

        @Schema(
                description = "Codes by what the file writes; absent when it writes the codes themselves. The text as"
                        + " the file writes it is looked for first, then without the space around it.")
        @Size(min = 1, max = 100_000)
        Map<@NotNull String, @NotNull String> codes,

        @Schema(description = "Name of the alias table that translates names into codes.", examples = "territory-names")
        @Pattern(regexp = "[a-z][a-z0-9]*(-[a-z0-9]+)*")
        @Size(max = 60)
        String aliases,

        @Schema(description = "Version of the alias table; the newest when the profile was stored, unless stated.")
        @Positive
        Integer aliasesVersion,

        @Schema(
                description = "Form of periods: letters y, M, d, Q and fixed characters; MMMM is a Spanish month name.",
                examples = "yyyy-MM-dd")
        @Pattern(regexp = "[yMdQ/. _-]{1,20}")
        String format,

        @Schema(
                description = "Whether the file may lack the column, for a component that may be left out.",
                defaultValue = "false")
        Boolean optional) {

    public static Origin ofColumn(String column) {
        return new Origin(column, null, null, null, null, null, null, null, null, null);
    }

    public static Origin ofConstant(String constant) {
        return new Origin(null, null, null, constant, null, null, null, null, null, null);
    }

    /** The columns that are read; none for a constant. */
    public List<String> read() {
        return column == null ? columns == null ? List.of() : columns : List.of(column);
    }

    public boolean mayBeAbsent() {
        return Boolean.TRUE.equals(optional);
    }

    String joinerOrDefault() {
        return joiner == null ? "-" : joiner;
    }

    /** The text that is to be understood, as joined from the cells of {@link #read}; the constant when there are none. */
    public String join(Stream<String> cells) {
        return constant == null ? String.join(joinerOrDefault(), cells.toList()) : constant;
    }

    Origin asOptional() {
        return new Origin(column, columns, joiner, constant, extract, codes, aliases, aliasesVersion, format, true);
    }

    Origin withAliasesVersion(Integer version) {
        return new Origin(column, columns, joiner, constant, extract, codes, aliases, version, format, optional);
    }
}
