package cl.observatory.ingest.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** What the cells of a file must be like before they may become a release. */
@Schema(
        name = "CheckRule",
        description = "What the cells of a file must be like before they may become a release.",
        oneOf = {
            CheckRule.ValueDomain.class,
            CheckRule.TotalOfParts.class,
            CheckRule.ControlTotal.class,
            CheckRule.Coverage.class,
            CheckRule.Outliers.class,
            CheckRule.Revision.class,
            CheckRule.FuturePeriod.class,
            CheckRule.PeriodRange.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "VALUE_DOMAIN", schema = CheckRule.ValueDomain.class),
            @DiscriminatorMapping(value = "TOTAL_OF_PARTS", schema = CheckRule.TotalOfParts.class),
            @DiscriminatorMapping(value = "CONTROL_TOTAL", schema = CheckRule.ControlTotal.class),
            @DiscriminatorMapping(value = "COVERAGE", schema = CheckRule.Coverage.class),
            @DiscriminatorMapping(value = "OUTLIERS", schema = CheckRule.Outliers.class),
            @DiscriminatorMapping(value = "REVISION", schema = CheckRule.Revision.class),
            @DiscriminatorMapping(value = "FUTURE_PERIOD", schema = CheckRule.FuturePeriod.class),
            @DiscriminatorMapping(value = "PERIOD_RANGE", schema = CheckRule.PeriodRange.class)
        })
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CheckRule.ValueDomain.class, name = "VALUE_DOMAIN"),
    @JsonSubTypes.Type(value = CheckRule.TotalOfParts.class, name = "TOTAL_OF_PARTS"),
    @JsonSubTypes.Type(value = CheckRule.ControlTotal.class, name = "CONTROL_TOTAL"),
    @JsonSubTypes.Type(value = CheckRule.Coverage.class, name = "COVERAGE"),
    @JsonSubTypes.Type(value = CheckRule.Outliers.class, name = "OUTLIERS"),
    @JsonSubTypes.Type(value = CheckRule.Revision.class, name = "REVISION"),
    @JsonSubTypes.Type(value = CheckRule.FuturePeriod.class, name = "FUTURE_PERIOD"),
    @JsonSubTypes.Type(value = CheckRule.PeriodRange.class, name = "PERIOD_RANGE")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface CheckRule {

    /** Form of a rule's name. */
    String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    /** By which it is told from the data set's other rules. */
    String name();

    /** What it costs when it finds something. */
    Level level();

    /** What a finding costs. */
    @Schema(
            name = "CheckLevel",
            description = "ERROR: the import cannot be approved. WARNING: the approver sees it and may approve.")
    public enum Level {
        ERROR,
        WARNING
    }

    @Schema(
            name = "ValueDomainRule",
            description = "Every value lies within bounds.",
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "VALUE_DOMAIN"))
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ValueDomain(
            @NotNull @Pattern(regexp = NAME) @Size(max = 60) String name,
            @NotNull Level level,

            @Schema(description = "Least value; absent when there is none.") @Digits(integer = 15, fraction = 6)
            BigDecimal min,

            @Schema(description = "Greatest value; absent when there is none.", examples = "1")
            @Digits(integer = 15, fraction = 6)
            BigDecimal max)
            implements CheckRule {

        public ValueDomain {
            min = Figures.plain(min);
            max = Figures.plain(max);
        }
    }

    @Schema(
            name = "TotalOfPartsRule",
            description = "The value of a code is the sum of those of its parts, in each territory and period.",
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "TOTAL_OF_PARTS"))
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TotalOfParts(
            @NotNull @Pattern(regexp = NAME) @Size(max = 60) String name,
            @NotNull Level level,

            @Schema(description = "Dimension whose codes are compared.", examples = "CRIME_CLASS") @NotNull
            String dimension,

            @Schema(description = "Code of the total; absent for every code of the classification that has parts.")
            String total,

            @Schema(description = "Codes of the parts; absent for those below the total in the classification.")
            @Size(min = 1, max = 1000)
            List<@NotNull String> parts,

            @Schema(description = "How far they may lie apart; absent for not at all.") @Valid
            Tolerance tolerance)
            implements CheckRule {}

    @Schema(
            name = "ControlTotalRule",
            description = "The values of a period add up to what the publisher states.",
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "CONTROL_TOTAL"))
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ControlTotal(
            @NotNull @Pattern(regexp = NAME) @Size(max = 60) String name,
            @NotNull Level level,

            @Schema(description = "Codes that are added up, by dimension; all codes of the file of one that is absent.")
            @Size(max = 6)
            Map<@NotNull String, @NotNull @Size(min = 1, max = 1000) List<@NotNull String>> filters,

            @Schema(
                    description = "Territories that are added up, of any level; all when absent.",
                    examples = "[\"13\"]")
            @Size(min = 1, max = 400)
            List<@NotNull String> territories,

            @Schema(description = "Period of the data set's frequency, or a year.", examples = "2024") @NotNull
            String period,

            @Schema(description = "What the publisher states.") @NotNull @Digits(integer = 15, fraction = 6)
            BigDecimal expected,

            @Schema(description = "How far they may lie apart; absent for not at all.") @Valid
            Tolerance tolerance)
            implements CheckRule {

        public ControlTotal {
            expected = Figures.plain(expected);
        }
    }

    @Schema(
            name = "CoverageRule",
            description = "No territory and no period is missing.",
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "COVERAGE"))
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Coverage(
            @NotNull @Pattern(regexp = NAME) @Size(max = 60) String name,
            @NotNull Level level,

            @Schema(
                    description = "ALL_OF_LEVEL: every territory of the data set's level that holds today and held in "
                            + "the period. AS_LAST_RELEASE: those of the current release; new periods need those of "
                            + "its last year. Absent: any.")
            Territories territories,

            @Schema(
                    description = "GAPLESS: every period between the first and the last. AS_LAST_RELEASE: those of the "
                            + "current release. Absent: any.")
            Periods periods,

            @Schema(description = "Territories that are never expected.", examples = "[\"12202\"]") @Size(max = 400)
            List<@NotNull String> except)
            implements CheckRule {

        /** Which territories are expected. */
        @Schema(name = "CoverageOfTerritories")
        public enum Territories {
            ALL_OF_LEVEL,
            AS_LAST_RELEASE
        }

        /** Which periods are expected. */
        @Schema(name = "CoverageOfPeriods")
        public enum Periods {
            GAPLESS,
            AS_LAST_RELEASE
        }
    }

    @Schema(
            name = "OutliersRule",
            description = "No new or changed value lies far from what its series was so far; see the method.",
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "OUTLIERS"))
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outliers(
            @NotNull @Pattern(regexp = NAME) @Size(max = 60) String name,
            @NotNull Level level,

            @Schema(description = "How many robust standard deviations are far.", examples = "8")
            @NotNull
            @DecimalMin("3")
            @DecimalMax("1000")
            @Digits(integer = 4, fraction = 3)
            BigDecimal threshold,

            @Schema(description = "Values that a series must have before its values are judged.", examples = "24")
            @NotNull
            @Min(5)
            @Max(1000)
            Integer minHistory)
            implements CheckRule {

        public Outliers {
            threshold = Figures.plain(threshold);
        }
    }

    @Schema(
            name = "RevisionRule",
            description = "Few of the past values change: those before the newest period of the current release.",
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "REVISION"))
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Revision(
            @NotNull @Pattern(regexp = NAME) @Size(max = 60) String name,
            @NotNull Level level,

            @Schema(description = "Greatest share of past values that may change.", examples = "0.05")
            @NotNull
            @DecimalMin("0")
            @DecimalMax("1")
            @Digits(integer = 1, fraction = 6)
            BigDecimal maxShare)
            implements CheckRule {

        public Revision {
            maxShare = Figures.plain(maxShare);
        }
    }

    @Schema(
            name = "FuturePeriodRule",
            description = "No value speaks of a period that had not begun, in Chile, when the file was retrieved.",
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "FUTURE_PERIOD"))
    public record FuturePeriod(
            @NotNull @Pattern(regexp = NAME) @Size(max = 60) String name,
            @NotNull Level level) implements CheckRule {}

    @Schema(
            name = "PeriodRangeRule",
            description = "Every value speaks of a period within bounds.",
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "PERIOD_RANGE"))
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PeriodRange(
            @NotNull @Pattern(regexp = NAME) @Size(max = 60) String name,
            @NotNull Level level,

            @Schema(
                    description = "Period of the data set's frequency; absent when there is none.",
                    examples = "2005-01")
            String earliest,

            @Schema(description = "Period of the data set's frequency; absent when there is none.")
            String latest)
            implements CheckRule {}

    /** How far two numbers may lie apart: the greater of the two allowances. */
    @Schema(name = "CheckTolerance", description = "How far two numbers may lie apart: the greater of the two counts.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Tolerance(
            @Schema(description = "In units of the value.") @DecimalMin("0") @Digits(integer = 15, fraction = 6)
            BigDecimal absolute,

            @Schema(description = "As a share of what is expected.", examples = "0.01")
            @DecimalMin("0")
            @DecimalMax("1")
            @Digits(integer = 1, fraction = 6)
            BigDecimal relative) {

        public Tolerance {
            absolute = Figures.plain(absolute);
            relative = Figures.plain(relative);
        }

        /** How far a number may lie from what is expected. */
        static BigDecimal around(BigDecimal expected, Tolerance tolerance) {
            return Figures.orZero(tolerance == null ? null : tolerance.absolute())
                    .max(Figures.orZero(tolerance == null ? null : tolerance.relative())
                            .multiply(expected.abs()));
        }
    }
}
