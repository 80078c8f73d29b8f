package cl.observatory.query.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.query.Publisher;
import cl.observatory.query.cube.Cube;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.cube.Populations.Place;
import cl.observatory.query.territory.Territories.Territory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {

    private static final Territory HERE = MeasureBuilder.territory(1, null, null);
    private static final Period YEAR = Period.ofYear(2024);
    private static final DatasetDefined CASES = Publisher.cases("cases");
    private static final LocalDate DAWN = LocalDate.of(1, 1, 1);
    private static final LocalDate DUSK = LocalDate.of(9999, 12, 31);
    private static final DatasetDefined PEOPLE = Publisher.population("people");

    @ParameterizedTest
    @CsvSource({"19,1000000,U", "20,1000000,A", "20,2000,A", "20,1999,U", "0,1000000,U", "19,1999,U"})
    void fewCasesOrFewPeopleMakeAValueUnreliable(long cases, long people, ObsStatus status) {
        Measure measure = rate(count(cases, ObsStatus.A), people(people, ObsStatus.A));

        assertEquals(status, measure.status());
        assertEquals(List.of(), measure.flags());
    }

    @ParameterizedTest
    @CsvSource({
        "500,P,A,P,''",
        "500,A,P,P,''",
        "500,E,P,E,P",
        "500,B,P,B,P",
        "5,P,A,U,P",
        "5,P,E,U,P E",
        "5,B,P,B,P U",
        "500,P,P,P,''"
    })
    void statusOfARateIsTheStrongestOfCasesPeopleAndReliability(
            long cases, ObsStatus ofCases, ObsStatus ofPeople, ObsStatus status, String flags) {
        Measure measure = rate(count(cases, ofCases), people(1_000_000, ofPeople));

        assertEquals(status, measure.status());
        assertEquals(
                flags, String.join(" ", measure.flags().stream().map(Enum::name).toList()));
    }

    @Test
    void missingCellKeepsItsStatus() {
        Optional<Cube.Sum> people = people(1_000, ObsStatus.A);

        assertEquals(ObsStatus.M, rate(missing(ObsStatus.M), people).status());
        assertEquals(ObsStatus.L, rate(missing(ObsStatus.L), people).status());
        assertEquals(List.of(), rate(missing(ObsStatus.L), people).flags());
        assertEquals(ObsStatus.O, rate(Optional.empty(), people).status());
    }

    @Test
    void valueWithoutPeopleIsMissingAndItsCasesAreNot() {
        Measure measure = rate(count(7, ObsStatus.P), Optional.empty());

        assertEquals(7, measure.count());
        assertNull(measure.value());
        assertNull(measure.interval());
        assertEquals(ObsStatus.O, measure.status());
        assertEquals(List.of(ObsStatus.P), measure.flags());
        assertEquals(Measure.Reason.NO_POPULATION, measure.reason());
    }

    @Test
    void nobodyIsNoPopulation() {
        Measure measure = rate(count(7, ObsStatus.A), people(0, ObsStatus.A));

        assertEquals(Measure.Reason.NO_POPULATION, measure.reason());
    }

    /** Women alone are not the people when the population is told by sex. */
    @Test
    void populationThatLacksOneOfItsCodesIsNotKnown() {
        Sums byTwoCodes = sums(PEOPLE, 2, people(1_000_000, ObsStatus.A));

        Measure measure = rate(count(50, ObsStatus.A), new Denominator(byTwoCodes, Map.of(), Set.of()));

        assertEquals(Measure.Reason.NO_POPULATION, measure.reason());
    }

    @Test
    void populationThatLacksAPlaceThatCasesComeFromIsNotKnown() {
        Sums people = sums(PEOPLE, 1, people(1_000_000, ObsStatus.A));
        Place lacking = new Place(HERE.code(), YEAR.start());

        Measure measure = rate(count(50, ObsStatus.A), new Denominator(people, Map.of(), Set.of(lacking)));

        assertEquals(Measure.Reason.NO_POPULATION, measure.reason());
    }

    @Test
    void peopleWhoLiveInPlacesThatNeverReportAreSilent() {
        Sums people = sums(PEOPLE, 1, people(1_000_000, ObsStatus.A));
        Place here = new Place(HERE.code(), YEAR.start());

        Measure measure = rate(count(50, ObsStatus.A), new Denominator(people, Map.of(here, 999_000L), Set.of()));

        assertEquals(1_000, measure.coverage().silentPeople());
        assertEquals(5.0, measure.value());
    }

    @Test
    void sumOfSomeCodesIsNeitherValueNorNumerator() {
        Formula formula = new Formula(
                Publisher.count("T_X", "cases", "40101", "40102"),
                sums(CASES, 2, count(50, ObsStatus.A)),
                Optional.empty());

        Measure measure = formula.measure(HERE, YEAR);

        assertNull(measure.value());
        assertNull(measure.count());
        assertEquals(Measure.Reason.INCOMPLETE_CODES, measure.reason());
        assertEquals(12, measure.coverage().cells());
    }

    @Test
    void countHasAnIntervalOfItsOwnAndNoPopulation() {
        Formula formula = new Formula(
                Publisher.count("T_X", "cases", "40101"), sums(CASES, 1, count(239, ObsStatus.A)), Optional.empty());

        Measure measure = formula.measure(HERE, YEAR);

        assertEquals(239.0, measure.value());
        assertNull(measure.population());
        assertEquals(209.66, measure.interval().lower(), 0.01);
        assertEquals(271.31, measure.interval().upper(), 0.01);
    }

    @Test
    void monthIsDividedByThePeopleOfItsYearAndNotMultipliedUp() {
        // Given
        Period march = Period.of(Frequency.M, 2024, 3);
        Sums cases = new Sums(
                CASES,
                1,
                Frequency.M,
                Optional.empty(),
                List.of(new Cube.Sum(HERE.code(), march.start(), 20L, 1, 1, 1, ObsStatus.A)),
                List.of());
        Denominator denominator = new Denominator(sums(PEOPLE, 1, people(200_000, ObsStatus.A)), Map.of(), Set.of());

        // When
        Measure measure = new Formula(
                        Publisher.rate("T_X", "cases", "people", "40101"), cases, Optional.of(denominator))
                .measure(HERE, march);

        // Then
        assertEquals(10.0, measure.value());
        assertEquals(1, measure.coverage().months());
    }

    @Test
    void expectedAreCellsFromTheFirstOnAndNoLongerThanTheTerritoryHolds() {
        // Given
        List<Cube.Reporting> reporting = List.of(
                new Cube.Reporting(HERE.code(), LocalDate.of(2020, 1, 1), null, DAWN, DUSK, 2),
                new Cube.Reporting(HERE.code(), LocalDate.of(2024, 11, 1), null, DAWN, DUSK, 1),
                new Cube.Reporting(HERE.code(), LocalDate.of(2020, 1, 1), LocalDate.of(2024, 3, 15), DAWN, DUSK, 1),
                new Cube.Reporting("99999", LocalDate.of(2020, 1, 1), null, DAWN, DUSK, 9));

        // When
        Sums sums = new Sums(CASES, 1, Frequency.A, Optional.empty(), List.of(), reporting);

        // Then
        assertEquals(24 + 2 + 2, sums.expectedCells(HERE, YEAR));
        assertEquals(0, sums.expectedCells(HERE, Period.ofYear(2019)));
        assertEquals(2, sums.expectedCells(HERE, Period.of(Frequency.M, 2024, 3)));
        assertEquals(3, sums.expectedCells(HERE, Period.of(Frequency.M, 2024, 2)));
        assertEquals(2, sums.expectedCells(HERE, Period.of(Frequency.M, 2024, 4)));
    }

    private static Measure rate(Optional<Cube.Sum> cases, Optional<Cube.Sum> people) {
        return rate(cases, new Denominator(sums(PEOPLE, 1, people), Map.of(), Set.of()));
    }

    private static Measure rate(Optional<Cube.Sum> cases, Denominator denominator) {
        return new Formula(
                        Publisher.rate("T_X", "cases", "people", "40101"),
                        sums(CASES, 1, cases),
                        Optional.of(denominator))
                .measure(HERE, YEAR);
    }

    private static Sums sums(DatasetDefined dataset, int codes, Optional<Cube.Sum> sum) {
        return new Sums(
                dataset, codes, Frequency.A, Optional.empty(), sum.stream().toList(), List.of());
    }

    private static Optional<Cube.Sum> count(long cases, ObsStatus status) {
        return Optional.of(new Cube.Sum(HERE.code(), YEAR.start(), cases, 1, 12, 12, status));
    }

    private static Optional<Cube.Sum> missing(ObsStatus status) {
        return Optional.of(new Cube.Sum(HERE.code(), YEAR.start(), null, 0, 0, 0, status));
    }

    private static Optional<Cube.Sum> people(long people, ObsStatus status) {
        return Optional.of(new Cube.Sum(HERE.code(), YEAR.start(), people, 1, 1, 1, status));
    }
}
