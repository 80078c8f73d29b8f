package cl.observatory.ingest.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a CSV file becomes observations of a data set. Each component of the data set ({@code REF_AREA}, {@code
 * TIME_PERIOD}, {@code OBS_VALUE}, every dimension, and optionally {@code OBS_STATUS}) comes from a column or is constant.
 */
@Schema(description = "How a CSV file becomes observations of a data set.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportProfile(
        @Schema(
                description = "Name within the data set; sending it again makes a new version.",
                examples = "portal-csv")
        @NotNull
        @Pattern(regexp = "[a-z][a-z0-9]*(-[a-z0-9]+)*")
        @Size(min = 3, max = 60)
        String name,

        @Schema(description = "Character encoding of the file.", defaultValue = "UTF-8")
        Encoding encoding,

        @Schema(description = "Character between fields.", defaultValue = ",") @Pattern(regexp = "[,;\\t|]")
        String delimiter,

        @Schema(description = "Separator of decimals in values.", defaultValue = ".") @Pattern(regexp = "[.,]")
        String decimalSeparator,

        @Schema(description = "Separator of thousands in values; absent when the file has none.")
        @Pattern(regexp = "[., '\\u00a0]")
        String thousandsSeparator,

        @Schema(description = "Texts that stand for a missing value.", defaultValue = "[\"\", \"-\", \"s/i\", \"n/d\"]")
        @Size(max = 50)
        List<@NotNull @Size(max = 100) String> missing,

        @Schema(
                description =
                        "By component of the data set: REF_AREA, TIME_PERIOD, OBS_VALUE, each dimension, OBS_STATUS.")
        @NotEmpty
        @Size(max = 20)
        Map<@NotNull String, @NotNull @Valid Origin> components,

        @Schema(description = "Columns of the file that are not read. Any other column stops the import.")
        @Size(max = 1000)
        List<@NotNull @Size(max = 500) String> ignoredColumns) {

    /** Encodings that publishers here use, by their IANA names. */
    @Schema(name = "FileEncoding")
    public enum Encoding {
        @JsonProperty("UTF-8")
        UTF_8("UTF-8"),
        @JsonProperty("ISO-8859-1")
        ISO_8859_1("ISO-8859-1"),
        @JsonProperty("windows-1252")
        WINDOWS_1252("windows-1252");

        private final String charset;

        Encoding(String charset) {
            this.charset = charset;
        }

        public String charset() {
            return charset;
        }
    }

    /** Where the code or value of a component comes from: a column, or the same for every row. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ComponentOrigin")
    public record Origin(
            @Schema(description = "Header of the column.") @Size(min = 1, max = 500)
            String column,

            @Schema(description = "The code of every row, instead of a column.") @Size(min = 1, max = 100)
            String constant,

            @Schema(description = "Codes by what the file writes; absent when it writes the codes themselves.")
            @Size(min = 1, max = 100_000)
            Map<@NotNull String, @NotNull String> codes,

            @Schema(description = "Form of periods, in letters y, M, d and fixed characters.", examples = "yyyy-MM-dd")
            @Pattern(regexp = "[yMd/. -]{4,20}")
            String format) {}

    /** The same with every default written out. */
    public ImportProfile withDefaults() {
        return new ImportProfile(
                name,
                encoding == null ? Encoding.UTF_8 : encoding,
                delimiter == null ? "," : delimiter,
                decimalSeparator == null ? "." : decimalSeparator,
                thousandsSeparator,
                missing == null ? List.of("", "-", "s/i", "n/d") : missing,
                components,
                ignoredColumns == null ? List.of() : ignoredColumns);
    }
}
