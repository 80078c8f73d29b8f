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

        Measure measure = rate(count(50, ObsStatus.A), new People(byTwoCodes, Map.of(), Set.of()));

        assertEquals(Measure.Reason.NO_POPULATION, measure.reason());
    }

    @Test
    void populationThatLacksAPlaceThatCasesComeFromIsNotKnown() {
        Sums people = sums(PEOPLE, 1, people(1_000_000, ObsStatus.A));
        Place lacking = new Place(HERE.code(), YEAR.start());

        Measure measure = rate(count(50, ObsStatus.A), new People(people, Map.of(), Set.of(lacking)));

        assertEquals(Measure.Reason.NO_POPULATION, measure.reason());
    }

    @Test
    void peopleWhoLiveInPlacesThatNeverReportAreSilent() {
        Sums people = sums(PEOPLE, 1, people(1_000_000, ObsStatus.A));
        Place here = new Place(HERE.code(), YEAR.start());

        Measure measure = rate(count(50, ObsStatus.A), new People(people, Map.of(here, 999_000L), Set.of()));

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

    /** Two counts move by chance each on its own; a part and its whole do not. */
    @ParameterizedTest
    @CsvSource({"0,19,true,U", "0,20,true,A", "19,20,false,U", "20,19,false,U", "20,20,false,A", "30,20,false,A"})
    void fewCasesMakeAShareUnreliable(long count, long whole, boolean isPart, ObsStatus status) {
        Measure measure = share(count(count, ObsStatus.A), count(whole, ObsStatus.A), isPart);

        assertEquals(status, measure.status());
        assertEquals(isPart, measure.interval() != null);
    }

    @ParameterizedTest
    @CsvSource({"A,P,P,''", "P,E,E,P", "B,P,B,P"})
    void statusOfAShareIsTheStrongestOfBothSides(ObsStatus part, ObsStatus whole, ObsStatus status, String flags) {
        Measure measure = share(count(50, part), count(100, whole), true);

        assertEquals(status, measure.status());
        assertEquals(
                flags, String.join(" ", measure.flags().stream().map(Enum::name).toList()));
    }

    @Test
    void shareOfAHiddenWholeIsHiddenAndNotZero() {
        Measure measure = share(count(3, ObsStatus.A), missing(ObsStatus.Q), true);

        assertEquals(Measure.Reason.NO_DENOMINATOR, measure.reason());
        assertEquals(ObsStatus.Q, measure.status());
        assertNull(measure.value());
        assertNull(measure.divisor());
    }

    @Test
    void partOfMoreThanItsWholeIsNoValueAndBothAreShown() {
        Measure measure = share(count(9, ObsStatus.A), count(8, ObsStatus.A), true);

        assertEquals(Measure.Reason.PART_EXCEEDS_WHOLE, measure.reason());
        assertNull(measure.value());
        assertEquals(9, measure.count());
        assertEquals(8, measure.divisor().number());
    }

    /** Of 24 cells, a twentieth is more than one. */
    @ParameterizedTest
    @CsvSource({"24,,false", "23,,true", "22,NO_DENOMINATOR,false"})
    void shareOfAWholeThatLacksMuchIsNotTold(int reported, Measure.Reason reason, boolean incomplete) {
        // Given
        Cube.Reporting twoSeries = new Cube.Reporting(HERE.code(), LocalDate.of(2020, 1, 1), null, DAWN, DUSK, 2);
        Cube.Sum whole = new Cube.Sum(HERE.code(), YEAR.start(), 100L, 1, reported, 12, ObsStatus.A);
        Sums sums = new Sums(CASES, 1, Frequency.A, Optional.empty(), Window.ONE, List.of(whole), List.of(twoSeries));

        // When
        Measure measure = share(count(50, ObsStatus.A), new Whole(sums, true, Set.of()));

        // Then
        assertEquals(reason, measure.reason());
        assertEquals(incomplete, measure.isIncomplete());
    }

    @Test
    void shareHasNoPopulation() {
        Measure measure = share(count(12, ObsStatus.A), count(48, ObsStatus.A), true);

        assertEquals(25.0, measure.value());
        assertNull(measure.population());
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
                Window.ONE,
                List.of(new Cube.Sum(HERE.code(), march.start(), 20L, 1, 1, 1, ObsStatus.A)),
                List.of());
        People denominator = new People(sums(PEOPLE, 1, people(200_000, ObsStatus.A)), Map.of(), Set.of());

        // When
        Measure measure = new Formula(
                        Publisher.rate("T_X", "cases", "people", "40101"), cases, Optional.of(denominator))
                .measure(HERE, march);

        // Then
        assertEquals(10.0, measure.value());
        assertEquals(1, measure.coverage().months());
    }

    /** Nine months of 100,000 people and three of 200,000 are 125,000 in the mean; 25 cases to them are 20.00. */
    @Test
    void windowOverTwoYearsIsDividedByTheirMeanPeopleByMonths() {
        Measure measure = overYears(25, 12, "2024-03", true);

        assertEquals(125_000, measure.population());
        assertEquals(20.0, measure.value());
        assertEquals(12, measure.coverage().wholeMonths());
        assertEquals(
                Measure.Reason.NO_POPULATION,
                overYears(25, 12, "2024-03", false).reason());
    }

    @Test
    void windowThatLacksMonthsIsPartial() {
        assertEquals(true, overYears(25, 11, "2024-03", true).isPartial());
        assertEquals(false, overYears(25, 12, "2024-03", true).isPartial());
    }

    /** Two years have 24 months: half of their rate is that of a year, and estimated. */
    @Test
    void annualisedRateIsTimesTwelveByMonthsAndMarked() {
        Sums cases = window(25, 24, "2024-12", new Window(24, true));

        Measure measure = rate(cases, true).measure(HERE, Period.of(Frequency.M, 2024, 12));

        assertEquals(150_000, measure.population());
        assertEquals(25 / 150_000.0 * 100_000 / 2, measure.value(), 1e-9);
        assertEquals(ObsStatus.E, measure.status());
        assertEquals(25, measure.count());
    }

    @Test
    void peopleOfSeveralYearsAreNoMorePeople() {
        Sums people = new Sums(PEOPLE, 1, Frequency.A, Optional.empty(), new Window(2, false), List.of(), List.of());

        Measure measure = new Formula(Publisher.count("T_P", "people"), people, Optional.empty()).measure(HERE, YEAR);

        assertEquals(Measure.Reason.NEVER_ADDED_UP, measure.reason());
    }

    @Test
    void cellsOfAWindowAreExpectedFromItsFirstPeriodOn() {
        List<Cube.Reporting> reporting = List.of(
                new Cube.Reporting(HERE.code(), LocalDate.of(2020, 1, 1), null, DAWN, DUSK, 2),
                new Cube.Reporting(HERE.code(), LocalDate.of(2024, 2, 1), null, DAWN, DUSK, 1));

        Sums sums = new Sums(CASES, 1, Frequency.M, Optional.empty(), new Window(12, false), List.of(), reporting);

        assertEquals(24 + 2, sums.expectedCells(HERE, Period.of(Frequency.M, 2024, 3)));
    }

    private static Measure overYears(long cases, int months, String last, boolean allYears) {
        return rate(window(cases, months, last, new Window(12, false)), allYears)
                .measure(HERE, Period.parse(last).orElseThrow());
    }

    private static Sums window(long cases, int months, String last, Window window) {
        LocalDate start = Period.parse(last).orElseThrow().start();
        return new Sums(
                CASES,
                1,
                Frequency.M,
                Optional.empty(),
                window,
                List.of(new Cube.Sum(HERE.code(), start, cases, 1, months, months, ObsStatus.A)),
                List.of());
    }

    /** To 100,000 people in 2023, where they are known, and 200,000 in 2024. */
    private static Formula rate(Sums cases, boolean allYears) {
        Cube.Sum before = new Cube.Sum(HERE.code(), LocalDate.of(2023, 1, 1), 100_000L, 1, 1, 1, ObsStatus.A);
        Cube.Sum after = new Cube.Sum(HERE.code(), LocalDate.of(2024, 1, 1), 200_000L, 1, 1, 1, ObsStatus.A);
        Sums people = new Sums(
                PEOPLE,
                1,
                Frequency.A,
                Optional.empty(),
                Window.ONE,
                allYears ? List.of(before, after) : List.of(after),
                List.of());
        return new Formula(
                Publisher.rate("T_X", "cases", "people", "40101"),
                cases,
                Optional.of(new People(people, Map.of(), Set.of())));
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
        Sums sums = new Sums(CASES, 1, Frequency.A, Optional.empty(), Window.ONE, List.of(), reporting);

        // Then
        assertEquals(24 + 2 + 2, sums.expectedCells(HERE, YEAR));
        assertEquals(0, sums.expectedCells(HERE, Period.ofYear(2019)));
        assertEquals(2, sums.expectedCells(HERE, Period.of(Frequency.M, 2024, 3)));
        assertEquals(3, sums.expectedCells(HERE, Period.of(Frequency.M, 2024, 2)));
        assertEquals(2, sums.expectedCells(HERE, Period.of(Frequency.M, 2024, 4)));
    }

    private static Measure share(Optional<Cube.Sum> part, Optional<Cube.Sum> whole, boolean isPart) {
        return share(part, new Whole(sums(CASES, 1, whole), isPart, Set.of()));
    }

    private static Measure share(Optional<Cube.Sum> part, Whole whole) {
        return new Formula(
                        Publisher.share("T_X", "cases", List.of("40101"), "cases", List.of("4"), whole.holdsPart()),
                        sums(CASES, 1, part),
                        Optional.of(whole))
                .measure(HERE, YEAR);
    }

    private static Measure rate(Optional<Cube.Sum> cases, Optional<Cube.Sum> people) {
        return rate(cases, new People(sums(PEOPLE, 1, people), Map.of(), Set.of()));
    }

    private static Measure rate(Optional<Cube.Sum> cases, People denominator) {
        return new Formula(
                        Publisher.rate("T_X", "cases", "people", "40101"),
                        sums(CASES, 1, cases),
                        Optional.of(denominator))
                .measure(HERE, YEAR);
    }

    private static Sums sums(DatasetDefined dataset, int codes, Optional<Cube.Sum> sum) {
        return new Sums(
                dataset,
                codes,
                Frequency.A,
                Optional.empty(),
                Window.ONE,
                sum.stream().toList(),
                List.of());
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
