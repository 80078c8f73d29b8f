package cl.observatory.ingest.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.ingest.Definition;
import cl.observatory.ingest.classification.Schemes;
import cl.observatory.ingest.territory.TerritoryTable;
import cl.observatory.problem.Fault;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultRulesTest {

    @ParameterizedTest
    @CsvSource({"M, 24", "Q, 8", "S, 6", "A, 6"})
    void historyIsOfTwoYearsButOfSixValuesAtLeast(Frequency frequency, int expected) {
        CheckRule.Outliers outliers = DefaultRules.of(Definition.cases("commune", frequency)).stream()
                .filter(CheckRule.Outliers.class::isInstance)
                .map(CheckRule.Outliers.class::cast)
                .findFirst()
                .orElseThrow();

        assertEquals(expected, outliers.minHistory());
    }

    @ParameterizedTest
    @CsvSource({"PROPORTION, 1", "PERCENT, 100"})
    void partOfAWholeDoesNotExceedIt(String statistic, BigDecimal whole) {
        CheckRule.ValueDomain domain = DefaultRules.of(estimate(statistic)).stream()
                .filter(CheckRule.ValueDomain.class::isInstance)
                .map(CheckRule.ValueDomain.class::cast)
                .findFirst()
                .orElseThrow();

        assertEquals(CheckRule.Level.ERROR, domain.level());
        assertEquals(BigDecimal.ZERO, domain.min());
        assertEquals(whole, domain.max());
    }

    @Test
    void meanHasNoWhole() {
        assertEquals(
                List.of("FUTURE_PERIOD", "COVERAGE", "OUTLIERS", "REVISION"),
                DefaultRules.of(estimate("MEAN")).stream().map(Findings::type).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROPORTION", "PERCENT", "MEAN"})
    void rulesByDefaultFitTheirDataset(String statistic) {
        for (DatasetDefined dataset : List.of(estimate(statistic), Definition.cases())) {
            List<Fault> faults = new RuleFaults(dataset, TerritoryTable.TERRITORIES, Schemes.CLASSIFICATIONS)
                    .of(DefaultRules.of(dataset));

            assertEquals(List.of(), faults);
        }
    }

    @Test
    void estimatesAreNeverAddedUp() {
        // Given
        CheckRule total =
                new CheckRule.ControlTotal("total", CheckRule.Level.ERROR, null, null, "2024", BigDecimal.ONE, null);

        // When
        List<Fault> faults = new RuleFaults(estimate("MEAN"), TerritoryTable.TERRITORIES, Schemes.CLASSIFICATIONS)
                .of(List.of(total));

        // Then
        assertEquals(List.of("NEVER_ADDED_UP"), faults.stream().map(Fault::code).toList());
    }

    private static DatasetDefined estimate(String statistic) {
        return new DatasetDefined(
                "test-estimates",
                new Labels("Estimaciones", "Estimates"),
                "ESTIMATE",
                "region",
                "PERSONS",
                3,
                Frequency.A,
                List.of(),
                new DatasetDefined.Source("Nobody", "Made up", "CC0-1.0", null, null),
                "DERIVED",
                null,
                true,
                Instant.parse("2026-11-24T12:00:00Z"),
                "NONE",
                statistic,
                null,
                null);
    }
}
