package cl.observatory.reports.moderation;

import static cl.observatory.reports.Problems.isProblem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.reports.Places;
import cl.observatory.reports.Reporter;
import cl.observatory.reports.Servers;
import cl.observatory.reports.Store;
import cl.observatory.reports.sealing.Epochs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What waits, unopened. */
@QuarkusTest
@WithTestResource(Servers.class)
class QueueTest {

    @Inject
    Epochs epochs;

    @BeforeEach
    void emptyTheQueue() {
        Store.update("delete from report");
    }

    @Test
    void urgentReportsComeFirstAndOfEachUrgencyTheOldestWeek() {
        // Given
        UUID low = Desk.file(Reporter.report("category", "SERVICE_GAP")).id();
        UUID high = Desk.file().id();
        UUID normal = Desk.file(Reporter.report("category", "GUNSHOTS")).id();
        UUID older = Desk.file().id();
        Store.update("insert into epoch_key select epoch - 1, public_keyset, signature from epoch_key"
                + " where epoch = (select min(epoch) from epoch_key)");
        Store.update("update report set epoch = epoch - 1 where id in (?, ?)", older, low);

        // When
        ValidatableResponse queue = list(Map.of());

        // Then
        queue.body("items.id", contains(texts(older, high, normal, low)))
                .body("items.priority", contains("HIGH", "HIGH", "NORMAL", "LOW"))
                .body("items[1].week", equalTo(epochs.current().firstDay().toString()))
                .body("items[1].endsOn", equalTo(epochs.current().closedOn().toString()));
    }

    @Test
    void nothingOfWhatTheySayIsShown() {
        // Given
        Desk.file();

        // When
        Map<String, Object> item = list(Map.of()).extract().path("items[0]");

        // Then
        assertEquals(
                List.of("additions", "endsOn", "id", "priority", "proposals", "regions", "state", "version", "week"),
                item.keySet().stream().sorted().toList());
    }

    @Test
    void onlyLanesWithinTheTerritoriesOfTheCallerAreShown() {
        // Given
        UUID metropolitan = Desk.file().id();
        UUID valparaiso =
                Desk.file(Reporter.report("commune", Places.VALPARAISO)).id();

        // When
        ValidatableResponse own = list(Map.of(), "13");
        ValidatableResponse both = list(Map.of(), "13", "05");
        ValidatableResponse commune = list(Map.of(), Places.LO_ESPEJO);

        // Then
        own.body("items.id", contains(metropolitan.toString()));
        both.body("items.id", hasItem(metropolitan.toString())).body("items.id", hasItem(valparaiso.toString()));
        commune.body("items", empty());
    }

    /** Aysén and Magallanes share their lanes: to somebody who may see one of them, both are closed. */
    @Test
    void whoIsBoundToAPartOfALaneHasNoneOfIt() {
        // Given
        UUID aysen = Desk.file(Reporter.report("commune", Places.COYHAIQUE)).id();

        // When
        ValidatableResponse part = list(Map.of(), "11");
        ValidatableResponse whole = list(Map.of(), "11", "12");

        // Then
        part.body("items", empty());
        whole.body("items.id", contains(aysen.toString())).body("items[0].regions", contains("11", "12"));
    }

    @Test
    void pagesFollowOneAnother() {
        // Given
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(Desk.file(Reporter.report("category", i % 2 == 0 ? "EXTORTION" : "GUNSHOTS"))
                    .id());
        }

        // When
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            ValidatableResponse page =
                    list(cursor == null ? Map.of("limit", "2") : Map.of("limit", "2", "cursor", cursor));
            seen.addAll(page.extract().<List<String>>path("items.id"));
            cursor = page.extract().path("page.nextCursor");
        } while (cursor != null);

        // Then
        assertEquals(5, seen.size());
        assertEquals(new HashSet<>(List.of(texts(all.toArray(UUID[]::new)))), new HashSet<>(seen));
    }

    @Test
    void questionsChooseStateAndUrgency() {
        // Given
        UUID waiting = Desk.file().id();
        UUID takenUp = Desk.fileAs("IN_REVIEW").id();
        UUID rejected = Desk.fileAs("REJECTED").id();
        Desk.Filed withdrawn = Desk.file();
        Reporter.withdraw(withdrawn.receipt()).statusCode(200);

        // When
        ValidatableResponse open = list(Map.of());
        ValidatableResponse ofState = list(Map.of("state", "REJECTED"));
        ValidatableResponse ofPriority = list(Map.of("priority", "LOW"));
        ValidatableResponse erased = list(Map.of("state", "WITHDRAWN"));

        // Then
        open.body("items", hasSize(2))
                .body("items.id", hasItem(waiting.toString()))
                .body("items.id", hasItem(takenUp.toString()));
        ofState.body("items.id", contains(rejected.toString()));
        ofPriority.body("items", empty());
        erased.body("items", empty()).body("page.nextCursor", nullValue());
    }

    @Test
    void cursorBelongsToItsQuestion() {
        // Given
        Desk.file();
        String cursor = list(Map.of("limit", "1")).extract().path("page.nextCursor");

        // When
        ValidatableResponse answer = Desk.as(Desk.somebody())
                .queryParams("state", "SCREENED", "cursor", cursor)
                .get(Desk.REPORTS)
                .then();

        // Then
        isProblem(answer, 400, "INVALID_QUEUE")
                .body("errors.parameter", contains("cursor"))
                .body("errors.code", everyItem(equalTo("CURSOR_OF_ANOTHER_QUEUE")));
    }

    @ParameterizedTest
    @CsvSource({"state,OPEN", "priority,high", "proposal,MERGE", "cursor,abc", "limit,0", "limit,101"})
    void questionThatCannotBeReadIsRefused(String parameter, String value) {
        ValidatableResponse answer = Desk.as(Desk.somebody())
                .queryParam(parameter, value)
                .get(Desk.REPORTS)
                .then();

        isProblem(answer, 400, "INVALID_QUEUE").body("errors.parameter", contains(parameter));
    }

    private static ValidatableResponse list(Map<String, String> question, String... territories) {
        return Desk.as(Desk.somebody(), territories)
                .queryParams(question)
                .get(Desk.REPORTS)
                .then()
                .statusCode(200);
    }

    private static String[] texts(UUID... ids) {
        return Arrays.stream(ids).map(UUID::toString).toArray(String[]::new);
    }
}
