package cl.observatory.query.observation;

import static cl.observatory.query.History.FIRST;
import static cl.observatory.query.History.SECOND;
import static cl.observatory.query.History.THIRD;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.query.Caller;
import cl.observatory.query.History;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever asked at an instant, and asks again with it, gets what is not as it was answered then. */
@QuarkusTest
@WithTestResource(Servers.class)
class UpdatedAfterTest {

    private static final Row SAME = Row.of("13127", "2024-01", "40101", 50);
    private static final Row OLD = Row.of("13101", "2024-01", "40101", 100);
    private static final Row REVISED = Row.of("13101", "2024-01", "40101", 110);
    private static final Row NEW = Row.of("01101", "2024-02", "40101", 7);
    private static final String BEFORE_ANY = "2025-02-28T00:00:00Z";

    private final History history = History.ofCases();

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void onlyCellsThatAreNewOrAnotherAreAnswered() {
        // Given
        ReleasePublished first = history.full(FIRST, List.of(SAME, OLD));

        // When
        history.merge(first, SECOND, List.of(REVISED, NEW), List.of(SAME, REVISED, NEW));

        // Then
        slice(Map.of("updatedAfter", FIRST.toString()))
                .body("updatedAfter", equalTo(FIRST.toString()))
                .body("items.territory.code", contains("01101", "13101"))
                .body("items.value", contains(7, 110))
                .body("warnings.code", contains("SYNTHETIC_DATA"));
        slice(Map.of("updatedAfter", BEFORE_ANY)).body("items", hasSize(3));
        slice(Map.of("updatedAfter", SECOND.toString())).body("items", empty());
        slice(Map.of()).body("items", hasSize(3)).body("updatedAfter", nullValue());
    }

    @Test
    void sumsThatAreAnotherAreAnsweredToo() {
        // Given
        ReleasePublished first = history.full(FIRST, List.of(SAME, OLD, Row.of("08101", "2024-02", "40101", 1)));

        // When
        history.merge(first, SECOND, List.of(NEW), List.of(SAME, OLD, Row.of("08101", "2024-02", "40101", 1), NEW));

        // Then
        slice(Map.of("updatedAfter", FIRST.toString(), "territory", "CL,01,08,13", "period", "2024"))
                .body("items.territory.code", containsInAnyOrder("CL", "01"))
                .body("items.value", containsInAnyOrder(158, 7));
    }

    @Test
    void answerOfAnEarlierInstantKnowsNothingLater() {
        // Given
        ReleasePublished first = history.full(FIRST, List.of(SAME, OLD));
        ReleasePublished second = history.merge(first, SECOND, List.of(REVISED), List.of(SAME, REVISED));

        // When
        history.merge(second, THIRD, List.of(NEW), List.of(SAME, REVISED, NEW));

        // Then
        slice(Map.of("updatedAfter", FIRST.toString(), "asOf", SECOND.toString()))
                .body("items.territory.code", contains("13101"));
        slice(Map.of("updatedAfter", SECOND.toString(), "asOf", SECOND.toString()))
                .body("items", empty());
    }

    @Test
    void cellThatChangedAndChangedBackIsNotAnswered() {
        // Given
        history.full(FIRST, List.of(SAME, OLD));
        history.full(SECOND, List.of(SAME, REVISED));

        // When
        history.full(THIRD, List.of(SAME, OLD));

        // Then
        slice(Map.of("updatedAfter", FIRST.toString())).body("items", empty());
        slice(Map.of("updatedAfter", SECOND.toString())).body("items.value", contains(100));
    }

    @Test
    void removedCellsAreAWarningThatSaysWhereTheyAre() {
        // Given
        ReleasePublished first = history.full(FIRST, List.of(SAME, OLD, NEW));

        // When
        ReleasePublished second = history.full(SECOND, List.of(SAME));

        // Then
        slice(Map.of("updatedAfter", FIRST.toString()))
                .body("items", empty())
                .body("warnings.code", hasItem("CELLS_REMOVED"))
                .body(
                        "warnings.find { it.code == 'CELLS_REMOVED' }.message",
                        containsString("2 cells of \"" + history.dataset() + "\" were removed"))
                .body(
                        "warnings.find { it.code == 'CELLS_REMOVED' }.message",
                        containsString("/v1/releases/" + first.releaseId() + "/diff/" + second.releaseId()));
    }

    @Test
    void whatHoldsAgainAfterAWithdrawalHasBecomeAnother() {
        // Given
        history.full(FIRST, List.of(SAME, OLD));
        ReleasePublished second = history.full(SECOND, List.of(SAME, REVISED));

        // When
        history.withdraw(second, "ERROR");

        // Then
        slice(Map.of("updatedAfter", SECOND.toString()))
                .body("items.territory.code", contains("13101"))
                .body("items.value", contains(100));
        slice(Map.of("updatedAfter", FIRST.toString())).body("items", empty());
    }

    @Test
    void everythingIsAnsweredWhenTheReleaseOfThenWasRemoved() {
        // Given
        history.full(FIRST, List.of(SAME, OLD));
        ReleasePublished second = history.full(SECOND, List.of(SAME, REVISED));

        // When
        history.withdraw(second, "DISCLOSURE");

        // Then
        slice(Map.of("updatedAfter", SECOND.toString())).body("items", hasSize(2));
    }

    @Test
    void seriesHasValuesWhoseNumeratorOrDenominatorIsAnother() {
        // Given
        DatasetDefined people = Publisher.population(Publisher.unique("people"));
        String rate = Publisher.unique("T").replace('-', '_').toUpperCase(Locale.ROOT);
        ReleasePublished first = history.full(FIRST, List.of(SAME, OLD, Row.of("13203", "2024-01", "40101", 30)));
        history.publisher().define(people);
        history.publisher().define(Publisher.rate(rate, history.dataset(), people.id(), "40101"));
        people(people, 1, FIRST, 1_000);
        String path = "/v1/indicators/" + rate + "/series";
        Caller.awaitFound(path);

        // When
        history.merge(first, SECOND, List.of(REVISED), List.of(SAME, REVISED, Row.of("13203", "2024-01", "40101", 30)));
        people(people, 2, THIRD, 2_000);

        // Then
        series(path, Map.of("updatedAfter", FIRST.toString()))
                .body("items.territory.code", contains("13101", "13203"))
                .body("updatedAfter", equalTo(FIRST.toString()));
        series(path, Map.of("updatedAfter", FIRST.toString(), "asOf", SECOND.toString()))
                .body("items.territory.code", contains("13101"));
        series(path, Map.of("updatedAfter", SECOND.toString())).body("items.territory.code", contains("13203"));
        series(path, Map.of("updatedAfter", THIRD.toString()))
                .body("items", empty())
                .body("explanation.en", equalTo("Rate: nothing that was asked for has changed since " + THIRD + "."));
        series(path, Map.of()).body("items", hasSize(3)).body("items[0]", not(nullValue()));
    }

    @ParameterizedTest
    @CsvSource({"yesterday,NOT_AN_INSTANT", "2025-03-01,NOT_AN_INSTANT", "2025-04-02T00:00:00Z,AFTER_AS_OF"})
    void instantThatCannotBeUsedIsNamed(String updatedAfter, String code) {
        history.full(FIRST, List.of(SAME));
        Map<String, String> question = Map.of("updatedAfter", updatedAfter, "asOf", SECOND.toString());

        asked(question)
                .statusCode(400)
                .body("errors.parameter", contains("updatedAfter"))
                .body("errors.code", contains(code));
        Caller.reader()
                .queryParams(question)
                .get("/v1/indicators/ANY/series")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("updatedAfter"))
                .body("errors.code", contains(code));
    }

    @Test
    void cursorBelongsToItsInstant() {
        history.full(FIRST, List.of(SAME, OLD));
        String cursor = slice(Map.of("limit", "1", "updatedAfter", BEFORE_ANY))
                .extract()
                .path("page.nextCursor");

        asked(Map.of("cursor", cursor)).statusCode(400).body("errors.code", contains("CURSOR_OF_ANOTHER_QUESTION"));
    }

    private void people(DatasetDefined people, int sequence, Instant at, long of13203) {
        history.publisher()
                .release(
                        people,
                        sequence,
                        at,
                        List.of(
                                Row.people("13101", "2024", 400_000),
                                Row.people("13127", "2024", 200_000),
                                Row.people("13203", "2024", of13203)));
        Caller.awaitRelease(people.id(), sequence);
    }

    private static ValidatableResponse series(String path, Map<String, String> parameters) {
        Map<String, String> question = new HashMap<>(parameters);
        question.put("territory", "13101,13127,13203");
        question.put("period", "2024");
        return Caller.reader()
                .header("Accept-Language", "en")
                .queryParams(question)
                .get(path)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse slice(Map<String, String> parameters) {
        return asked(parameters).statusCode(200);
    }

    private ValidatableResponse asked(Map<String, String> parameters) {
        return Caller.reader()
                .header("Accept-Language", "en")
                .queryParams(parameters)
                .get("/v1/datasets/{id}/observations", history.dataset())
                .then();
    }
}
