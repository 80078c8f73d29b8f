package cl.observatory.ingest.annotation;

import static cl.observatory.ingest.annotation.TownHall.PUBLISH;
import static cl.observatory.ingest.annotation.TownHall.REJECT;
import static cl.observatory.ingest.annotation.TownHall.annotate;
import static cl.observatory.ingest.annotation.TownHall.annotation;
import static cl.observatory.ingest.annotation.TownHall.bound;
import static cl.observatory.ingest.annotation.TownHall.get;
import static cl.observatory.ingest.annotation.TownHall.id;
import static cl.observatory.ingest.annotation.TownHall.isProblem;
import static cl.observatory.ingest.annotation.TownHall.moderate;
import static cl.observatory.ingest.annotation.TownHall.moderator;
import static cl.observatory.ingest.annotation.TownHall.pending;
import static cl.observatory.ingest.annotation.TownHall.request;
import static cl.observatory.ingest.annotation.TownHall.reword;
import static cl.observatory.ingest.annotation.TownHall.told;
import static cl.observatory.ingest.annotation.TownHall.townHall;
import static cl.observatory.ingest.annotation.TownHall.withdraw;
import static cl.observatory.ingest.annotation.TownHall.wording;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import cl.observatory.events.annotation.AnnotationPublished;
import cl.observatory.ingest.AtOnce;
import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a municipality says beside figures of its own is shown when somebody else has said so. */
@QuarkusTest
@WithTestResource(Servers.class)
class AnnotationsTest {

    private String dataset;

    @BeforeEach
    void defineDataset() {
        dataset = Cases.define().dataset();
    }

    @Test
    void annotationWaitsForSomebodyOfAnotherOrganization() {
        // When
        ValidatableResponse answer = annotate(townHall(), annotation(dataset));

        // Then
        answer.statusCode(201)
                .header("Location", startsWith("/v1/annotations/"))
                .header("ETag", "\"1\"")
                .body("state", equalTo("PENDING"))
                .body("organization", equalTo("town-hall"))
                .body("territory", equalTo("13101"))
                .body("versions[0].kind", equalTo("DISPUTE"))
                .body("versions[0].submittedBy", equalTo("clerk"))
                .body("$", not(hasKey("shownVersion")));
        assertEquals(List.of(), told(answer));
    }

    @Test
    void publishedAnnotationIsTold() {
        // Given
        ValidatableResponse taken = annotate(townHall(), annotation(dataset));

        // When
        ValidatableResponse answer = moderate(moderator(), taken, PUBLISH);

        // Then
        answer.statusCode(200)
                .body("state", equalTo("PUBLISHED"))
                .body("shownVersion", equalTo(1))
                .body("versions[0].decidedBy", equalTo("moderator"));
        AnnotationPublished told = told(taken).getFirst();
        assertEquals(1, told.revision());
        assertEquals("PUBLISHED", told.state());
        assertEquals("DISPUTE", told.kind());
        assertEquals(dataset, told.dataset());
        assertEquals("13101", told.territory());
        assertEquals("2024-01", told.periodFrom());
        assertEquals("2024-03", told.periodTo());
        assertEquals("town-hall", told.organization());
        assertEquals("La unidad estuvo cerrada.", told.text().es());
        assertNotNull(told.at());
    }

    @Test
    void rejectedAnnotationIsNotToldAndItsNoteIs() {
        // Given
        ValidatableResponse taken = annotate(townHall(), annotation(dataset));

        // When
        moderate(moderator(), taken, REJECT).statusCode(200);

        // Then
        get(townHall(), taken)
                .body("state", equalTo("REJECTED"))
                .body("versions[0].note", equalTo("It names a person."));
        assertEquals(List.of(), told(taken));
        isProblem(moderate(moderator(), taken, PUBLISH), 409, "ANNOTATION_NOT_PENDING");
    }

    @Test
    void newWordingReplacesTheShownOneOnceItIsPublishedAndAllAreKept() {
        // Given
        ValidatableResponse taken = annotate(townHall(), annotation(dataset));
        moderate(moderator(), taken, PUBLISH).statusCode(200);

        // When
        reword(townHall(), taken, "\"1\"", wording("Otra cosa."))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("PENDING"))
                .body("shownVersion", equalTo(1));
        moderate(moderator(), taken, PUBLISH).statusCode(200);

        // Then
        get(townHall(), taken)
                .body("shownVersion", equalTo(2))
                .body("versions.state", equalTo(List.of("REPLACED", "PUBLISHED")))
                .body("versions.text.es", equalTo(List.of("La unidad estuvo cerrada.", "Otra cosa.")));
        List<AnnotationPublished> told = told(taken);
        assertEquals(
                List.of(1L, 2L),
                told.stream().map(AnnotationPublished::revision).toList());
        assertEquals(
                List.of(1, 2), told.stream().map(AnnotationPublished::version).toList());
    }

    @Test
    void newWordingTakesThePlaceOfTheOneThatWaits() {
        // Given
        ValidatableResponse taken = annotate(townHall(), annotation(dataset));

        // When
        reword(townHall(), taken, "\"1\"", wording("Otra cosa.")).statusCode(200);

        // Then
        get(townHall(), taken).body("versions.state", equalTo(List.of("REPLACED", "PENDING")));
    }

    @Test
    void newWordingNamesTheVersionThatStands() {
        // Given
        ValidatableResponse taken = annotate(townHall(), annotation(dataset));

        // Then
        isProblem(reword(townHall(), taken, null, wording("Otra.")), 428, "VERSION_REQUIRED");
        isProblem(reword(townHall(), taken, "\"2\"", wording("Otra.")), 412, "VERSION_STALE");
        isProblem(reword(townHall(), taken, "1", wording("Otra.")), 400, "INVALID_REQUEST");
    }

    @Test
    void withdrawalIsToldAndNothingIsDeleted() {
        // Given
        ValidatableResponse taken = annotate(townHall(), annotation(dataset));
        moderate(moderator(), taken, PUBLISH).statusCode(200);
        reword(townHall(), taken, "\"1\"", wording("Otra cosa.")).statusCode(200);

        // When
        ValidatableResponse answer = withdraw(townHall(), taken);

        // Then
        answer.statusCode(200)
                .body("versions.state", equalTo(List.of("WITHDRAWN", "WITHDRAWN")))
                .body("$", not(hasKey("shownVersion")));
        AnnotationPublished last = told(taken).getLast();
        assertEquals(2, last.revision());
        assertEquals("WITHDRAWN", last.state());
        assertEquals(1, last.version());
        isProblem(withdraw(townHall(), taken), 409, "ANNOTATION_OVER");
        isProblem(moderate(moderator(), taken, PUBLISH), 409, "ANNOTATION_NOT_PENDING");
    }

    @Test
    void whatOnlyWaitedIsWithdrawnWithoutAWord() {
        // Given
        ValidatableResponse taken = annotate(townHall(), annotation(dataset));

        // When
        withdraw(townHall(), taken).statusCode(200).body("state", equalTo("WITHDRAWN"));

        // Then
        assertEquals(List.of(), told(taken));
    }

    @Test
    void nobodyOfTheSameOrganizationDecides() {
        // Given
        ValidatableResponse taken = annotate(townHall(), annotation(dataset));
        RequestSpecification colleague = bound("colleague", "town-hall", "13101", "data:approve");
        RequestSpecification clerkUnbound = Caller.as("clerk", "data:approve");
        RequestSpecification neighbour = bound("neighbour", "other-hall", "13102", "data:approve");

        // Then
        isProblem(moderate(colleague, taken, PUBLISH), 403, "SAME_ORGANIZATION");
        isProblem(moderate(clerkUnbound, taken, PUBLISH), 403, "SAME_ORGANIZATION");
        moderate(townHall(), taken, PUBLISH).statusCode(403);
        moderate(neighbour, taken, PUBLISH).statusCode(200);
    }

    @Test
    void onlyAnOrganizationSpeaksAndOnlyOfItsOwnTerritory() {
        isProblem(annotate(Caller.steward(), annotation(dataset)), 403, "ORGANIZATION_MISSING");
        isProblem(
                annotate(townHall(), annotation(dataset).replace("\"13101\"", "\"13102\"")),
                403,
                "TERRITORY_NOT_ALLOWED");
        isProblem(
                annotate(townHall(), annotation(dataset).replace("\"13101\"", "\"13\"")), 403, "TERRITORY_NOT_ALLOWED");
        annotate(bound("clerk", "region", "13", "data:write"), annotation(dataset))
                .statusCode(201);
        annotate(bound("reader", "town-hall", "13101", "data:read"), annotation(dataset))
                .statusCode(403);
    }

    @Test
    void otherOrganizationsNeitherRewordNorWithdrawNorSeeWhatWaits() {
        // Given
        ValidatableResponse taken = annotate(townHall(), annotation(dataset));
        RequestSpecification other = bound("clerk", "other-hall", "13101", "data:write");

        // Then
        isProblem(reword(other, taken, "\"1\"", wording("Otra.")), 403, "ANNOTATION_OF_OTHERS");
        isProblem(withdraw(bound("clerk", "other-hall", "13101", "data:write"), taken), 403, "ANNOTATION_OF_OTHERS");
        isProblem(get(bound("clerk", "other-hall", "13101", "data:write"), taken), 404, "UNKNOWN_ANNOTATION");
        isProblem(
                request(townHall())
                        .get("/v1/annotations/{id}", UUID.randomUUID())
                        .then(),
                404,
                "UNKNOWN_ANNOTATION");
    }

    @Test
    void whatWaitsIsListedForWhoDecides() {
        // Given
        ValidatableResponse taken = annotate(townHall(), annotation(dataset));

        // When
        ValidatableResponse waiting = pending();
        moderate(moderator(), taken, PUBLISH).statusCode(200);

        // Then
        waiting.body("items.id", hasItem(id(taken)));
        pending().body("items.id", not(hasItem(id(taken))));
    }

    @Test
    void ofTwoModeratorsAtTheSameTimeOneDecides() throws Exception {
        // Given
        ValidatableResponse taken = annotate(townHall(), annotation(dataset));

        // When
        List<Integer> answers = AtOnce.run(
                2,
                caller -> moderate(Caller.as("moderator-" + caller, "data:approve"), taken, PUBLISH)
                        .extract()
                        .statusCode());

        // Then
        assertEquals(List.of(200, 409), answers.stream().sorted().toList());
        assertEquals(1, told(taken).size());
    }
}
