package cl.observatory.ingest.profile;

import cl.observatory.ingest.table.TableOptions;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a publisher's file becomes observations of a data set, in this order: which rows there are (sheet, records,
 * header), a wide table made long, rows left out, and each component of the data set ({@code REF_AREA}, {@code
 * TIME_PERIOD}, {@code OBS_VALUE}, every dimension, optionally {@code OBS_STATUS}) from columns or constant.
 */
@Schema(description = "How a publisher's file becomes observations of a data set.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportProfile(
        @Schema(
                description = "Name within the data set; sending it again makes a new version.",
                examples = "portal-csv")
        @NotNull
        @Pattern(regexp = NAME)
        @Size(min = 3, max = 60)
        String name,

        @Schema(description = "Character encoding of a text file; detected and reported when absent.")
        Encoding encoding,

        @Schema(description = "Character between the fields of a text file.", defaultValue = ",")
        @Pattern(regexp = "[,;\\t|]")
        String delimiter,

        @Schema(description = "Name of the sheet of a workbook; its first visible one when absent.")
        @Size(min = 1, max = 100)
        String sheet,

        @Schema(description = "JSON Pointer to the list of records in a JSON document.", examples = "/records")
        @Pattern(regexp = "(/[^/]*)+")
        @Size(max = 200)
        String records,

        @Valid Header header,

        @Valid Unpivot unpivot,

        @Schema(description = "Rows that meet one of these are left out and counted: totals, footnotes.")
        @Size(max = 50)
        List<@NotNull @Valid RowCondition> dropRows,

        @Schema(description = "Rows that do not meet all of these are left out and counted.") @Size(max = 50)
        List<@NotNull @Valid RowCondition> keepRows,

        @Schema(
                description =
                        "What every row that is not left out must say; one that does not is refused: the unit, the"
                                + " source, the action.")
        @Size(max = 50)
        List<@NotNull @Valid RowCondition> expectRows,

        @Schema(
                description = "Whether each row is a case (a victim, an offence): rows are counted by the components,"
                        + " and equal rows are different cases. OBS_VALUE is then left out.",
                defaultValue = "false")
        Boolean cases,

        @Schema(description = "Separator of decimals in values.", defaultValue = ".") @Pattern(regexp = "[.,]")
        String decimalSeparator,

        @Schema(description = "Separator of thousands in values; absent when the file has none.")
        @Pattern(regexp = "[., '\\u00a0]")
        String thousandsSeparator,

        @Schema(
                description = "SDMX UNIT_MULT: values are written in units of ten to this power; 3 for thousands, 2 for"
                        + " proportions that become percentages.",
                defaultValue = "0")
        @Min(-6)
        @Max(9)
        Integer unitMult,

        @Schema(
                description =
                        "How values with more decimals than the data set are rounded; they are refused when absent.")
        Rounding rounding,

        @Schema(
                description = "Texts that stand for a missing value.",
                defaultValue = "[\"\", \"-\", \"s/i\", \"n/d\", \".\"]")
        @Size(max = 50)
        List<@NotNull @Size(max = 100) String> missing,

        @Schema(
                description = "Cells that the file does not have, between its first and last period and for the codes"
                        + " that it uses, are zeros of the publisher; never when absent.")
        ZeroFill zeroFill,

        @Schema(
                description =
                        "By component of the data set: REF_AREA, TIME_PERIOD, OBS_VALUE, each dimension, OBS_STATUS;"
                                + " for estimates also STD_ERR, LOWER_CI, UPPER_CI, SAMPLE_SIZE and DF, as far as"
                                + " the file has them, each from a column.")
        @NotEmpty
        @Size(max = 20)
        Map<@NotNull String, @NotNull @Valid Origin> components,

        @Schema(description = "Columns of the file that are not read. Any other column stops the import.")
        @Size(max = 1000)
        List<@NotNull @Size(max = 500) String> ignoredColumns) {

    static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private static final List<String> MISSING = List.of("", "-", "s/i", "n/d", ".");

    /** A plain file: a header, and a column or constant for each component. */
    public static ImportProfile plain(String name, Map<String, Origin> components, List<String> ignoredColumns) {
        return new ImportProfile(
                        name,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        components,
                        ignoredColumns)
                .withDefaults();
    }

    /** What a reader of the file has to be told. */
    public TableOptions tableOptions() {
        Set<String> required = new HashSet<>(columnsRequired());
        Set<String> expected = new HashSet<>(columnsRead());
        if (unpivot != null) {
            required.removeAll(unpivot.made());
            expected.removeAll(unpivot.made());
        }
        expected.addAll(ignoredColumns);
        return new TableOptions(
                encoding == null ? null : encoding.charset(),
                delimiter,
                sheet,
                records,
                expected,
                required,
                Set.copyOf(ignoredColumns));
    }

    public boolean countsCases() {
        return Boolean.TRUE.equals(cases);
    }

    /** Every column that the profile names. */
    public Set<String> columnsRead() {
        return columns(origin -> true, condition -> true);
    }

    /** Those of them that a file must have. */
    public Set<String> columnsRequired() {
        return columns(origin -> !origin.mayBeAbsent(), condition -> !condition.mayBeAbsent());
    }

    private Set<String> columns(Predicate<Origin> origins, Predicate<RowCondition> conditions) {
        return Stream.concat(
                        components.values().stream().filter(origins).flatMap(origin -> origin.read().stream()),
                        Stream.of(dropRows, keepRows, expectRows)
                                .flatMap(List::stream)
                                .filter(conditions)
                                .map(RowCondition::column))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same with every default written out. */
    public ImportProfile withDefaults() {
        return with(components);
    }

    ImportProfile with(Map<String, Origin> origins) {
        return new ImportProfile(
                name,
                encoding,
                delimiter == null ? "," : delimiter,
                sheet,
                records,
                header,
                unpivot,
                dropRows == null ? List.of() : dropRows,
                keepRows == null ? List.of() : keepRows,
                expectRows == null ? List.of() : expectRows,
                cases,
                decimalSeparator == null ? "." : decimalSeparator,
                thousandsSeparator,
                unitMult == null ? Integer.valueOf(0) : unitMult,
                rounding,
                missing == null ? MISSING : missing,
                zeroFill,
                origins,
                ignoredColumns == null ? List.of() : ignoredColumns);
    }
}
