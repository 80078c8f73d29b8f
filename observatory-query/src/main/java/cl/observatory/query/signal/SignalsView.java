package cl.observatory.query.signal;

import cl.observatory.events.Labels;
import cl.observatory.query.answer.Page;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.answer.Words;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Signals",
        description =
                "What communities reported, month by month, as it may be told: counts with noise, in bands. More reports may "
                        + "mean more trust in reporting, and not more crime.")
record SignalsView(
        @Schema(description = "COMMUNITY: neither a publisher's figures nor made of them.", examples = "COMMUNITY")
        String officialStatus,

        Labels publisher,

        @Schema(description = "The periods that were asked for.", examples = "2026-01..2026-10")
        String period,

        @Schema(description = "The instant whose state of knowledge this is; absent for the present.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant asOf,

        @Schema(description = "The figures in sentences, from the same numbers.")
        Labels explanation,

        @Schema(description = "How the months were counted, noised and banded.")
        List<MethodView> methods,

        @Schema(
                description =
                        "By territory, category and period, in that order; months that are not closed are not there.")
        List<SignalView> items,

        Page page,
        List<Warning> warnings) {

    static final String COMMUNITY = "COMMUNITY";

    @Schema(name = "SignalMethod", description = "A way of counting, and the months that were closed by it.")
    record MethodView(
            @Schema(description = "Version of the method; the method note says what it is.")
            int version,

            @Schema(
                    description =
                            "How far one report can change the odds of what is told of a month, as a natural logarithm.",
                    examples = "1.0")
            BigDecimal epsilon,

            @Schema(description = "How wide bands are.", examples = "5")
            int band,

            String firstMonth,
            String lastMonth,

            @Schema(description = "When the last of them was closed; none is ever revised.")
            LocalDate lastClosedOn) {

        private record Way(int version, BigDecimal epsilon, int band) {}

        static List<MethodView> of(List<ClosedMonth> months) {
            Map<Way, List<ClosedMonth>> byWay = months.stream()
                    .collect(Collectors.groupingBy(
                            month -> new Way(month.method(), month.epsilon().stripTrailingZeros(), month.band()),
                            () -> new TreeMap<>(Comparator.comparingInt(Way::version)
                                    .thenComparing(Way::epsilon)
                                    .thenComparingInt(Way::band)),
                            Collectors.toList()));
            return byWay.entrySet().stream()
                    .map(way -> of(way.getKey(), way.getValue()))
                    .toList();
        }

        private static MethodView of(Way way, List<ClosedMonth> months) {
            return new MethodView(
                    way.version(),
                    way.epsilon(),
                    way.band(),
                    name(months.stream()
                            .map(ClosedMonth::month)
                            .min(LocalDate::compareTo)
                            .orElseThrow()),
                    name(months.stream()
                            .map(ClosedMonth::month)
                            .max(LocalDate::compareTo)
                            .orElseThrow()),
                    months.stream()
                            .map(ClosedMonth::closedOn)
                            .max(LocalDate::compareTo)
                            .orElseThrow());
        }

        private static String name(LocalDate month) {
            return YearMonth.from(month).toString();
        }
    }

    static SignalsView of(
            SignalQuestion question,
            Instant asOf,
            Signals.Answer answer,
            List<Signal> shown,
            Page page,
            List<Warning> warnings) {
        return new SignalsView(
                COMMUNITY,
                Words.of("catalog.publisher"),
                question.period().toString(),
                asOf,
                SignalExplanation.of(question.period().toString(), answer.signals()),
                MethodView.of(answer.months()),
                shown.stream().map(SignalView::of).toList(),
                page,
                warnings);
    }
}
