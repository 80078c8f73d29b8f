package cl.observatory.query.series;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.TerritoriesPublished;
import cl.observatory.events.reference.TerritoriesPublished.Succession;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Rows;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commune 08401 became 16101 of a new region in September 2018: the past is told in either division. */
@QuarkusTest
@WithTestResource(Servers.class)
class BoundariesTest {

    private final Publisher publisher = new Publisher();
    private final DatasetDefined cases = Publisher.cases(Publisher.unique("cases"));
    private final DatasetDefined people = Publisher.population(Publisher.unique("people"));
    private final String count = code();
    private final String rate = code();

    private static String code() {
        return Publisher.unique("T").replace('-', '_').toUpperCase(Locale.ROOT);
    }

    @BeforeEach
    void define() {
        publisher.territories();
        publisher.define(cases);
        publisher.define(people);
        publisher.define(Publisher.count(count, cases.id(), "40101"));
        publisher.define(Publisher.rate(rate, cases.id(), people.id(), "40101"));
        Caller.awaitFound("/v1/indicators/{code}", rate);
    }

    @AfterEach
    void close() {
        publisher.territories();
        Caller.awaitSuccessors("08401", "16101");
        publisher.close();
    }

    @Test
    void pastToldInTheDivisionOfTodayIsToldInThatOfTheTime() {
        toldInTheDivisionOfToday();

        bothReadings();
    }

    @Test
    void pastToldInTheDivisionOfTheTimeIsToldInThatOfToday() {
        toldInTheDivisionOfTheTime();

        bothReadings();
    }

    /** The region as it was, less as it is, is what left it. */
    private void bothReadings() {
        of(count, "08", "current").body("items.numerator", contains(10, 12, 20));
        of(count, "16", "current").body("items.numerator", contains(30, 36, 40));
        of(count, "16101", "current").body("items.numerator", contains(30, 36, 40));
        of(count, "08", "asWas").body("items.numerator", contains(40, 12, 20));
        of(count, "08401", "asWas").body("items.numerator", contains(30, null, null));
        of(count, "16", "asWas").body("items.numerator", contains(null, 36, 40));
        of(count, "16", "asWas").body("items[0].reason", equalTo("OTHER_DIVISION"));
        of(count, "08401", "current").body("items.numerator", contains(null, null, null));
        of(count, "08401", "current").body("items.reason", hasItem("OTHER_DIVISION"));
        of(count, "CL", "current").body("items.numerator", contains(40, 48, 60));
        of(count, "CL", "asWas").body("items.numerator", contains(40, 48, 60));
        for (String territory : List.of("08", "CL")) {
            of(count, territory, "asWas")
                    .body(
                            "items.coverage.reported",
                            contains(24, territory.equals("08") ? 12 : 24, 24 - (territory.equals("08") ? 12 : 0)))
                    .body(
                            "items.coverage.expected",
                            contains(24, territory.equals("08") ? 12 : 24, 24 - (territory.equals("08") ? 12 : 0)));
        }
        of(count, "16", "current")
                .body("items.coverage.reported", contains(12, 12, 12))
                .body("items.coverage.expected", contains(12, 12, 12))
                .body("items.monthsCovered", contains(12, 12, 12));
    }

    @Test
    void whereATerritoryLosesAPartItsHistoryBreaks() {
        toldInTheDivisionOfToday();

        of(count, "08", "asWas")
                .body("items.status", contains("A", "B", "A"))
                .body("items[1].change.difference", nullValue())
                .body("items[1].change.crossesBreak", equalTo(true))
                .body("items[1].comparable", equalTo(false))
                .body("items[1].notComparable", contains("AFTER_BREAK"))
                .body("items[2].change.difference", equalTo(8))
                .body("warnings.code", hasItem("BREAK_CROSSED"));
        of(count, "08", "current")
                .body("items.status", contains("U", "U", "A"))
                .body("items[1].change.difference", equalTo(2))
                .body("warnings.code", not(hasItem("BREAK_CROSSED")));
        of(count, "CL", "asWas").body("items.status", contains("A", "A", "A"));
    }

    @Test
    void monthsAreToldInTheDivisionOfTheirLastDay() {
        toldInTheDivisionOfTheTime();

        series(count, Map.of("territory", "08", "period", "2018-08..2018-09", "boundaries", "asWas"))
                .body("items.coverage.reported", contains(2, 1));
        series(count, Map.of("territory", "16", "period", "2018-08..2018-09"))
                .body("items.coverage.reported", contains(1, 1));
    }

    /** Cases in the division of today, people in that of the time, and the other way round. */
    @Test
    void casesAndPeopleMayBeToldInDifferentDivisions() {
        toldInTheDivisionOfToday();
        release(
                people,
                new Rows()
                        .people("08101", 2017, 100_000)
                        .people("08401", 2017, 50_000)
                        .people("08101", 2018, 100_000)
                        .people("16101", 2018, 50_000));

        series(rate, Map.of("territory", "16", "period", "2017..2018"))
                .body("items.denominator", contains(50_000, 50_000))
                .body("items.value", contains(new BigDecimal("60.00"), new BigDecimal("72.00")))
                .body("items.coverage.silentPopulation", contains(nullValue(), nullValue()));
        series(rate, Map.of("territory", "08", "period", "2017..2018"))
                .body("items.value", contains(new BigDecimal("10.00"), new BigDecimal("12.00")));
        series(rate, Map.of("territory", "08", "period", "2017..2018", "boundaries", "asWas"))
                .body("items.denominator", contains(150_000, 100_000))
                .body("items.value", contains(new BigDecimal("26.67"), new BigDecimal("12.00")));
    }

    @Test
    void peopleThatAreNotKnownAreNotKnownInEitherDivision() {
        toldInTheDivisionOfTheTime();
        release(people, new Rows().people("08101", 2017, 100_000).people("16101", 2018, 50_000));

        series(rate, Map.of("territory", "08", "period", "2017", "boundaries", "asWas"))
                .body("items.reason", contains("NO_POPULATION"));
        series(rate, Map.of("territory", "08", "period", "2017"))
                .body("items.value", contains(new BigDecimal("10.00")));
        series(rate, Map.of("territory", "16", "period", "2017..2018"))
                .body("items.value", contains(null, new BigDecimal("72.00")));
    }

    @Test
    void historyOfADividedTerritoryIsAnEstimateByItsWeights() {
        // Given
        divide("0.7", "0.3");
        toldInTheDivisionOfTheTime();

        // Then
        series(count, Map.of("territory", "16101,08101", "period", "2017"))
                .body("items.find { it.territory.code == '16101' }.numerator", equalTo(21))
                .body("items.find { it.territory.code == '08101' }.numerator", equalTo(19))
                .body("items.find { it.territory.code == '16101' }.status", equalTo("E"));
        series(count, Map.of("territory", "CL", "period", "2017"))
                .body("items.numerator", contains(40))
                .body("items.status", contains("A"));
        series(count, Map.of("territory", "08401", "period", "2017", "boundaries", "asWas"))
                .body("items.numerator", contains(30))
                .body("items.status", contains("A"));
    }

    @Test
    void whatNobodyKnowsHowToDivideIsNotTold() {
        // Given
        divide(null, null);
        toldInTheDivisionOfTheTime();

        // Then
        series(count, Map.of("territory", "16101", "period", "2017..2018"))
                .body("items.value", contains(nullValue(), nullValue()))
                .body("items.reason", contains("UNKNOWN_SHARE", "UNKNOWN_SHARE"))
                .body("items.numerator", contains(nullValue(), nullValue()));
        series(count, Map.of("territory", "08", "period", "2018")).body("items.reason", contains("UNKNOWN_SHARE"));
    }

    @Test
    void otherReadingIsRefusedByName() {
        Caller.reader()
                .queryParam("boundaries", "asWere")
                .get("/v1/indicators/{code}/series", count)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("boundaries"));
    }

    /** 2017: 10 and 30, 2018: 12 and 36, 2019: 20 and 40. */
    private void toldInTheDivisionOfToday() {
        release(
                cases,
                new Rows()
                        .year("08101", 2017, "40101", 10)
                        .year("16101", 2017, "40101", 30)
                        .year("08101", 2018, "40101", 12)
                        .year("16101", 2018, "40101", 36)
                        .year("08101", 2019, "40101", 20)
                        .year("16101", 2019, "40101", 40));
    }

    /** The same, of which that of before September 2018 stands under the old code. */
    private void toldInTheDivisionOfTheTime() {
        Rows rows = new Rows()
                .year("08101", 2017, "40101", 10)
                .year("08401", 2017, "40101", 30)
                .year("08101", 2018, "40101", 12)
                .months("08401", 2018, 8, "40101", 36, "A");
        for (int month = 9; month <= 12; month++) {
            rows.row(Publisher.Row.of("16101", "2018-%02d".formatted(month), "40101", 0));
        }
        release(cases, rows.year("08101", 2019, "40101", 20).year("16101", 2019, "40101", 40));
    }

    private void release(DatasetDefined dataset, Rows rows) {
        publisher.release(dataset, 1, rows.list());
        Caller.awaitRelease(dataset.id(), 1);
    }

    private void divide(String weight, String rest) {
        LocalDate change = LocalDate.of(2018, 9, 6);
        List<Succession> successions = new ArrayList<>();
        successions.add(new Succession("08401", "16101", change, decimal(weight), "PART", null));
        successions.add(new Succession("08401", "08101", change, decimal(rest), "PART", null));
        TerritoriesPublished table = Publisher.TERRITORIES;
        publisher.reference(
                TerritoriesPublished.TYPE,
                TerritoriesPublished.SUBJECT,
                new TerritoriesPublished(Publisher.unique("divided"), table.territories(), successions));
        Caller.awaitSuccessors("08401", "08101", "16101");
    }

    private static BigDecimal decimal(String number) {
        return number == null ? null : new BigDecimal(number);
    }

    private ValidatableResponse of(String indicator, String territory, String boundaries) {
        return series(indicator, Map.of("territory", territory, "period", "2017..2019", "boundaries", boundaries))
                .body("boundaries", equalTo(boundaries));
    }

    private static ValidatableResponse series(String indicator, Map<String, String> parameters) {
        return Caller.reader()
                .queryParams(parameters)
                .get("/v1/indicators/{code}/series", indicator)
                .then()
                .statusCode(200);
    }
}
