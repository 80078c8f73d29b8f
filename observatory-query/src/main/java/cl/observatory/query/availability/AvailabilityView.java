package cl.observatory.query.availability;

import cl.observatory.events.Labels;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.query.answer.IndicatorRef;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.answer.Words;
import cl.observatory.query.measure.Measure;
import cl.observatory.query.territory.Boundaries;
import cl.observatory.query.territory.TerritoryLevel;
import cl.observatory.query.territory.TerritoryRef;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Availability",
        description = "For which territories and periods an indicator has values, and how whole these are.")
record AvailabilityView(
        IndicatorRef indicator,

        @Schema(description = "How often the data set tells something; years are added up besides, where they can be.")
        Frequency frequency,

        @Schema(description = "Of the territories that are looked at.")
        TerritoryLevel level,

        @Schema(description = "Territory that holds all that are looked at.")
        String within,

        @Schema(description = "The instant whose state of knowledge this is; absent for the present.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant asOf,

        Boundaries boundaries,

        @Schema(description = "First period with any value; null when there is none.", nullable = true)
        String firstPeriod,

        @Schema(description = "Last period with any value; null when there is none.", nullable = true)
        String lastPeriod,

        @Schema(description = "The answer in a sentence, from the same numbers.")
        Labels explanation,

        @Schema(description = "Every period that was asked about, in the order of time.")
        List<PeriodAvailability> periods,

        @Schema(description = "Every territory of the level, in geographic order.")
        List<TerritoryAvailability> territories,

        List<SourceView> sources,
        List<Warning> warnings) {

    @Schema(name = "PeriodAvailability", description = "One period, over all territories that there are in it.")
    record PeriodAvailability(
            String period,

            @Schema(description = "Territories with a value.")
            int territoriesWithValue,

            @Schema(description = "Territories that there are in the period.")
            int territories,

            @Schema(description = "Of those with a value, how many are made of fewer months than the period has.")
            int partial,

            @Schema(description = "Of those with a value, how many lack cells in the months that they cover.")
            int incomplete,

            @Schema(description = "Of those with a value, how many are estimates that are not to be used.")
            int unreliable,

            @Schema(description = "Cells of the data set that were reported, over all the territories.")
            int reported,

            @Schema(description = "Cells that there would be if every place that has begun to report did so each time.")
            int expected,

            @Schema(description = "By reason, how many territories have no value.")
            Map<Measure.Reason, Integer> missing) {

        static PeriodAvailability of(Availability.OfPeriod period) {
            return new PeriodAvailability(
                    period.period().toString(),
                    period.withValue(),
                    period.territories(),
                    period.partial(),
                    period.incomplete(),
                    period.unreliable(),
                    period.reported(),
                    period.expected(),
                    period.missing());
        }
    }

    @Schema(name = "TerritoryAvailability", description = "One territory, over all periods.")
    record TerritoryAvailability(
            TerritoryRef territory,

            @Schema(description = "First period with a value; null when none has.", nullable = true)
            String firstPeriod,

            @Schema(description = "Last period with a value; null when none has.", nullable = true)
            String lastPeriod,

            @Schema(description = "How many periods have a value.")
            int periodsWithValue,

            @Schema(description = "Periods between the first and the last that have none.")
            List<String> gaps) {

        static TerritoryAvailability of(Availability.OfTerritory territory) {
            return new TerritoryAvailability(
                    TerritoryRef.of(territory.territory()),
                    text(territory.first()),
                    text(territory.last()),
                    territory.withValue(),
                    territory.gaps().stream().map(Period::toString).toList());
        }
    }

    static AvailabilityView of(Availabilities.Answer answer, List<SourceView> sources, List<Warning> warnings) {
        List<Availability.OfPeriod> told = answer.availability().periods().stream()
                .filter(period -> period.withValue() > 0)
                .toList();
        return new AvailabilityView(
                IndicatorRef.of(answer.indicator()),
                answer.measured().numerator().dataset().frequency(),
                answer.level(),
                answer.question().within(),
                answer.question().asOf(),
                answer.question().boundaries(),
                told.isEmpty() ? null : text(told.getFirst().period()),
                told.isEmpty() ? null : text(told.getLast().period()),
                explanation(answer.indicator().labels(), told),
                answer.availability().periods().stream()
                        .map(PeriodAvailability::of)
                        .toList(),
                answer.availability().territories().stream()
                        .map(TerritoryAvailability::of)
                        .toList(),
                sources,
                warnings);
    }

    private static Labels explanation(Labels indicator, List<Availability.OfPeriod> told) {
        if (told.isEmpty()) {
            return Words.of("explanation.NOTHING_AVAILABLE", indicator);
        }
        Availability.OfPeriod last = told.getLast();
        return Words.of(
                "explanation.AVAILABLE",
                indicator,
                told.getFirst().period().toString(),
                last.period().toString(),
                last.withValue(),
                last.territories());
    }

    private static String text(Period period) {
        return Optional.ofNullable(period).map(Period::toString).orElse(null);
    }
}
