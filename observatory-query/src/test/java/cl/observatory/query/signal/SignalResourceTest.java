package cl.observatory.query.signal;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.signal.SignalsClosed.Commune;
import cl.observatory.query.Caller;
import cl.observatory.query.Communities;
import cl.observatory.query.Country;
import cl.observatory.query.Publisher;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two categories of one group, in the months before the time of every other test, so that only these are told of then. */
@QuarkusTest
@WithTestResource(Servers.class)
class SignalResourceTest {

    private static final String THREATS = Communities.code("threats");
    private static final String SHOTS = Communities.code("shots");
    private static final String GROUP = Communities.code("control");
    private static final LocalDate LATER = LocalDate.of(2026, 11, 22);

    private static boolean sent;

    @BeforeEach
    void send() {
        Country.published();
        if (sent) {
            return;
        }
        try (Publisher publisher = new Publisher()) {
            Communities.send(
                    publisher,
                    Communities.closed(
                            THREATS,
                            GROUP,
                            "2019-01",
                            new Commune("01101", 5),
                            new Commune("13101", 10),
                            new Commune("13127", 5)));
            Communities.send(publisher, Communities.closed(THREATS, GROUP, "2019-02", new Commune("13101", 25)));
            Communities.send(publisher, Communities.closed(THREATS, GROUP, "2019-03"));
            Communities.send(
                    publisher, Communities.closed(SHOTS, GROUP, "2019-02", 10, LATER, new Commune("13101", 10)));
        }
        List.of(THREATS, SHOTS)
                .forEach(category -> await().untilAsserted(() ->
                        signals("category=" + category + "&period=2019").body("items", hasSize(1))));
        await().untilAsserted(() ->
                signals("category=" + THREATS + "&period=2019").body("items[0].monthsCovered", equalTo(3)));
        sent = true;
    }

    @Test
    void monthOfACommuneIsABand() {
        signals("category=" + THREATS + "&territory=13101,13127,13203&period=2019-01")
                .body("items.territory.code", contains("13101", "13127", "13203"))
                .body("items.band", contains("10-14", "5-9", "LT5"))
                .body("items.atLeast", contains(equalTo(10), equalTo(5), nullValue()))
                .body("items.total", contains(false, false, false))
                .body("items.status", contains("G", "G", "G"))
                .body("items[0].category.code", equalTo(THREATS))
                .body("items[0].category.labels.en", equalTo("en " + THREATS))
                .body("items[0].category.group", equalTo(GROUP))
                .body("officialStatus", equalTo("COMMUNITY"));
    }

    /** Also in the middle of those that are told, so that nobody can tell zero from four. */
    @Test
    void whatDoesNotReachTheFirstBandIsAlwaysTheSame() {
        signals("category=" + THREATS + "&territory=13203,01107&period=2019-01..2019-03")
                .body("items", hasSize(6))
                .body("items.band.unique()", contains("LT5"))
                .body("items.atLeast.unique()", contains(nullValue()))
                .body("items.bands.unique()", contains(0))
                .body("items[0]", hasKey("atLeast"));
    }

    @Test
    void monthOfACategoryWithoutAnyBandIsThere() {
        signals("category=" + THREATS + "&territory=13101&period=2019-03")
                .body("items.band", contains("LT5"))
                .body("items.monthsCovered", contains(1));
    }

    @Test
    void bandsAreAsWideAsTheirMonthSays() {
        signals("category=" + SHOTS + "&territory=13101,13127&period=2019-02")
                .body("items.band", contains("10-19", "LT10"));
    }

    @Test
    void largerTerritoriesAreSumsOfLowerEnds() {
        signals("category=" + THREATS + "&territory=CL,01,13,131,16&period=2019-01")
                .body("items.territory.code", contains("CL", "01", "13", "131", "16"))
                .body("items.atLeast", contains(equalTo(20), equalTo(5), equalTo(15), equalTo(15), nullValue()))
                .body("items.bands", contains(3, 1, 2, 2, 0))
                .body("items.total", contains(true, true, true, true, true))
                .body("items[0]", not(hasKey("band")))
                .body("warnings.code", hasItems("COMMUNITY_SIGNALS", "NOISED_COUNTS", "TOTALS_AT_LEAST"));
    }

    @Test
    void longerPeriodsAndGroupsAreSumsOfLowerEnds() {
        signals("category=" + THREATS + "," + GROUP + "&territory=13101&period=2019")
                .body("items.category.kind", contains("category", "group"))
                .body("items.atLeast", contains(35, 45))
                .body("items.monthsCovered", contains(3, 3))
                .body("items.total", contains(true, true));
        signals("category=" + THREATS + "&territory=13101&period=2019-Q1").body("items.atLeast", contains(35));
        signals("category=" + GROUP + "&territory=13101&period=2019-02")
                .body("items.atLeast", contains(35))
                .body("items[0]", not(hasKey("band")));
    }

    @Test
    void territoriesOfALevelStandInGeographicOrder() {
        signals("category=" + THREATS + "&territory=13&level=commune&period=2019-01")
                .body("items.territory.code", contains("13101", "13127", "13203"));
    }

    @Test
    void monthsThatAreNotClosedAreNotToldAndSaidToBeOpen() {
        signals("category=" + THREATS + "&territory=13101&period=2019-03..2019-05")
                .body("items.period", contains("2019-03"))
                .body("warnings.code", hasItem("MONTHS_NOT_CLOSED"));
        signals("category=" + THREATS + "&territory=13101&period=2019-04")
                .body("items", hasSize(0))
                .body("explanation.en", startsWith("Community signals, 2019-04: no month was closed."));
    }

    @Test
    void methodSaysWhatEachMonthSpentAndHowItWasBanded() {
        signals("category=" + THREATS + "," + SHOTS + "&territory=13101&period=2019")
                .body("methods.band", contains(5, 10))
                .body("methods.version", contains(1, 1))
                .body("methods.epsilon", contains(1, 1))
                .body("methods.firstMonth", contains("2019-01", "2019-02"))
                .body("methods.lastMonth", contains("2019-03", "2019-02"))
                .body("methods.lastClosedOn", contains("2026-11-20", "2026-11-22"));
    }

    @Test
    void asOfAnInstantOnlyMonthsAreToldThatWereClosedByThen() {
        signals("category=" + GROUP + "&territory=13101&period=2019-02&asOf=2026-11-21T12:00:00Z")
                .body("items.atLeast", contains(25))
                .body("asOf", equalTo("2026-11-21T12:00:00Z"));
        signals("category=" + SHOTS + "&territory=13101&period=2019-02&asOf=2026-11-21T12:00:00Z")
                .body("items", hasSize(0))
                .body("warnings.code", hasItem("UNKNOWN_CODE"));
    }

    @Test
    void sentencesSayTheHighestAndWhatItDoesNotMean() {
        signals("category=" + THREATS + "&territory=13101,13127&period=2019-01..2019-02")
                .body(
                        "explanation.en",
                        equalTo(
                                "Community signals, 2019-01..2019-02: 3 of 4 figures reach a band. The highest is that of en "
                                        + THREATS
                                        + " in en 13101, 2019-02: at least 25. More reports may mean more trust in reporting, and"
                                        + " not more crime; they are a reason to talk, and no proof."))
                .body("explanation.es", containsString("3 de 4 cifras alcanzan un tramo"));
        signals("category=" + THREATS + "&territory=13203&period=2019-01")
                .body("explanation.en", containsString("none of 1 figures reaches a band, which does not mean zero"));
    }

    @Test
    void everyCategoryIsToldWhenNoneIsNamed() {
        signals("territory=13101&period=2019-02&limit=1000").body("items.category.code", hasItems(THREATS, SHOTS));
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        String question = "category=" + THREATS + "&territory=13101,13127&period=2019-01..2019-03&limit=4";
        String cursor = signals(question)
                .body("items.atLeast", contains(equalTo(10), equalTo(25), nullValue(), equalTo(5)))
                .body("page.nextCursor", notNullValue())
                .extract()
                .path("page.nextCursor");

        signals(question + "&cursor=" + cursor)
                .body("items.period", contains("2019-02", "2019-03"))
                .body("page.nextCursor", nullValue());
        Caller.reader()
                .get("/v1/signals?category=" + SHOTS + "&period=2019&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("errors.code", contains("CURSOR_OF_ANOTHER_QUESTION"));
    }

    @Test
    void fileHasTheSameFigures() {
        String csv = Caller.reader()
                .accept("text/csv")
                .get("/v1/signals?category={category}&territory=13101,13203,13&period=2019-01", THREATS)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/csv"))
                .header("ETag", notNullValue())
                .extract()
                .asString();

        assertEquals(
                List.of(
                        "REF_AREA,CATEGORY,TIME_PERIOD,AT_LEAST,BAND,TOTAL,BANDS,MONTHS_COVERED,OBS_STATUS",
                        "13," + THREATS + ",2019-01,15,,true,2,1,G",
                        "13101," + THREATS + ",2019-01,10,10-14,false,1,1,G",
                        "13203," + THREATS + ",2019-01,,LT5,false,0,1,G"),
                csv.lines().toList());
    }

    @Test
    void callerWhoNamesTheAnswerIsToldThatNothingHasChanged() {
        for (String form : List.of("json", "csv")) {
            String path = "/v1/signals?category=" + THREATS + "&period=2019&format=" + form;
            String tag =
                    Caller.reader().get(path).then().statusCode(200).extract().header("ETag");

            Caller.reader().header("If-None-Match", tag).get(path).then().statusCode(304);
        }
    }

    @Test
    void answerIsNotLongerThanAnybodyReads() {
        // Given so many categories that those of fifty years are too many
        String last = "";
        try (Publisher publisher = new Publisher()) {
            for (int number = 0; number < 10; number++) {
                last = Communities.code("many");
                Communities.send(publisher, Communities.closed(last, GROUP, "2018-01"));
            }
        }
        String sent = last;
        await().untilAsserted(
                        () -> signals("category=" + sent + "&period=2018-01").body("items", hasSize(1)));

        Caller.reader()
                .get("/v1/signals?territory=CL&level=commune&period=1990-01..2039-12")
                .then()
                .statusCode(400)
                .body("errors.code", contains("TOO_MANY_VALUES"));
    }

    @Test
    void everyParameterThatCannotBeReadIsNamed() {
        Caller.reader()
                .get(
                        "/v1/signals?territory=Santiago&category=extortion&period=March&level=street&asOf=x&format=parquet")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_QUESTION"))
                .body("errors.parameter", contains("territory", "level", "category", "period", "asOf", "format"));
        signals("territory=99999&category=NOBODYS&period=2019")
                .body("items", hasSize(0))
                .body("warnings.code", hasItems("UNKNOWN_TERRITORY", "UNKNOWN_CODE"));
    }

    @Test
    void profileTellsOfTheNewestMonthInABlockOfItsOwn() {
        Caller.reader()
                .get("/v1/territories/13101/profile?asOf=2026-11-23T12:00:00Z")
                .then()
                .statusCode(200)
                .body("blocks.find { it.kind == 'COMMUNITY_SIGNALS' }.signals", notNullValue())
                .body("blocks.find { it.kind == 'COMMUNITY_SIGNALS' }.signals.status.unique()", contains("G"))
                .body("blocks.findAll { it.kind != 'COMMUNITY_SIGNALS' }", hasSize(3))
                .body("blocks.find { it.kind == 'RECORDED_CRIME' }", not(hasKey("signals")));
    }

    private static ValidatableResponse signals(String question) {
        return Caller.reader()
                .urlEncodingEnabled(false)
                .get("/v1/signals?" + question)
                .then()
                .statusCode(200);
    }
}
