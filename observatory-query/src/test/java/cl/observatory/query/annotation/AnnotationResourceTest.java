package cl.observatory.query.annotation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.annotation.AnnotationPublished;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import cl.observatory.query.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What organizations say stands beside the figures that it is about, and changes none of them. */
@QuarkusTest
@WithTestResource(Servers.class)
class AnnotationResourceTest {

    private static final Instant FIRST = Instant.parse("2026-10-01T15:00:00Z");

    private final Publisher publisher = new Publisher();
    private final DatasetDefined dataset = Publisher.cases(Publisher.unique("cases"));
    private final String indicator = Publisher.unique("A").replace('-', '_').toUpperCase(Locale.ROOT);
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void publishFigures() {
        publisher.territories();
        publisher.classes();
        publisher.define(dataset);
        publisher.define(Publisher.count(indicator, dataset.id(), "40101"));
        publisher.release(
                dataset,
                1,
                Instant.parse("2026-01-01T00:00:00Z"),
                List.of(
                        Row.of("13101", "2024-01", "40101", 3),
                        Row.of("13101", "2024-02", "40101", 4),
                        Row.of("13127", "2024-01", "40101", 5)));
        Caller.awaitRelease(dataset.id(), 1);
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void disputeStandsBesideTheFiguresOfItsTerritoryAndPeriod() {
        // Given
        String before = series("13101", "2024-01").extract().jsonPath().getString("items");

        // When
        tell(dispute(1, 1, AnnotationPublished.PUBLISHED, FIRST));
        awaitShown(1);

        // Then
        ValidatableResponse answer = series("13101", "2024-01");
        answer.body("annotations", hasSize(1))
                .body("annotations[0].id", equalTo(id.toString()))
                .body("annotations[0].version", equalTo(1))
                .body("annotations[0].kind", equalTo("DISPUTE"))
                .body("annotations[0].organization", equalTo("town-hall"))
                .body("annotations[0].text", equalTo("No es así."))
                .body("annotations[0].language", equalTo("es"))
                .body("annotations[0].reference", equalTo("https://example.org/why"))
                .body("annotations[0].publishedAt", equalTo("2026-10-01T15:00:00Z"));
        assertEquals(before, answer.extract().jsonPath().getString("items"));
        observations("13101", "2024-01").body("annotations.id", contains(id.toString()));
        ranking("2024-01").body("annotations.id", contains(id.toString()));
    }

    @Test
    void otherTerritoriesAndPeriodsShowNothing() {
        // When
        tell(dispute(1, 1, AnnotationPublished.PUBLISHED, FIRST));
        awaitShown(1);

        // Then
        series("13127", "2024-01").body("annotations", empty());
        series("13101", "2024-02").body("annotations", empty());
        observations("13127", "2024-01").body("annotations", empty());
        observations("13101", "2024-02").body("annotations", empty());
        ranking("2024-02").body("annotations", empty());
        series("13101", "2024").body("annotations", hasSize(1));
    }

    @Test
    void textIsInTheLanguageAskedForWhenThereIsOne() {
        // Given
        tell(dispute(1, 1, AnnotationPublished.PUBLISHED, FIRST));
        awaitShown(1);

        // When
        ValidatableResponse english = get("en");

        // Then
        english.body("items[0].text", equalTo("It is not so.")).body("items[0].language", equalTo("en"));
        tell(annotation(2, 2, AnnotationPublished.PUBLISHED, FIRST, new AnnotationPublished.Text("Nada más.", null)));
        awaitShown(2);
        get("en")
                .body("items[0].text", equalTo("Nada más."))
                .body("items[0].language", equalTo("es"))
                .body("items", hasSize(1));
    }

    @Test
    void withdrawnAnnotationIsNoLongerShownAndTheTagChanges() {
        // Given
        tell(dispute(1, 1, AnnotationPublished.PUBLISHED, FIRST));
        awaitShown(1);
        String tag = series("13101", "2024-01").extract().header("ETag");

        // When
        tell(dispute(2, 1, AnnotationPublished.WITHDRAWN, FIRST.plusSeconds(60)));

        // Then
        await().untilAsserted(() -> get("es").body("items", empty()));
        ValidatableResponse answer = series("13101", "2024-01").body("annotations", empty());
        assertNotEquals(tag, answer.extract().header("ETag"));
    }

    @Test
    void answerOfAnEarlierDayShowsWhatWasShownThen() {
        // Given
        tell(dispute(1, 1, AnnotationPublished.PUBLISHED, FIRST));
        tell(dispute(2, 2, AnnotationPublished.PUBLISHED, FIRST.plusSeconds(60)));
        tell(dispute(3, 2, AnnotationPublished.WITHDRAWN, FIRST.plusSeconds(120)));
        awaitEverythingApplied();

        // Then
        asOf(FIRST.minusMillis(1)).body("annotations", empty());
        asOf(FIRST).body("annotations.version", contains(1));
        asOf(FIRST.plusSeconds(60)).body("annotations.version", contains(2));
        asOf(FIRST.plusSeconds(120)).body("annotations", empty());
    }

    @Test
    void highestRevisionHoldsWhicheverComesFirst() {
        // When
        tell(dispute(3, 2, AnnotationPublished.PUBLISHED, FIRST.plusSeconds(120)));
        tell(dispute(2, 1, AnnotationPublished.WITHDRAWN, FIRST.plusSeconds(60)));
        tell(dispute(1, 1, AnnotationPublished.PUBLISHED, FIRST));
        awaitEverythingApplied();

        // Then
        get("es").body("items.version", contains(2));
    }

    @Test
    void eventThatComesTwiceHasOneEffect() {
        // Given
        AnnotationPublished first = dispute(1, 1, AnnotationPublished.PUBLISHED, FIRST);
        Event event = event(first);

        // When
        publisher.send(Topics.REFERENCE, event);
        publisher.send(Topics.REFERENCE, event);
        tell(first);
        awaitEverythingApplied();

        // Then
        get("es").body("items", hasSize(1));
    }

    @Test
    void eventThatSpeaksOfNoPeriodGoesToTheDeadLettersAndTheNextIsApplied() {
        // Given
        AnnotationPublished good = dispute(1, 1, AnnotationPublished.PUBLISHED, FIRST);
        Event poison = event(new AnnotationPublished(
                UUID.randomUUID(),
                1,
                1,
                good.state(),
                good.kind(),
                good.dataset(),
                null,
                good.territory(),
                "some day",
                good.periodTo(),
                good.organization(),
                good.text(),
                null,
                FIRST));

        // When
        publisher.send(Topics.REFERENCE, poison);
        tell(good);

        // Then
        awaitShown(1);
        try (TopicReader deadLetters = new TopicReader("observatory.reference.v1.dead-letter")) {
            assertEquals(poison.subject(), deadLetters.awaitEvent(poison.id()).key());
        }
    }

    @Test
    void noteAboutAnIndicatorStandsBesideItsValuesOnly() {
        // When
        AnnotationPublished note = new AnnotationPublished(
                id,
                1,
                1,
                AnnotationPublished.PUBLISHED,
                "NOTE",
                null,
                indicator,
                "13101",
                "2024",
                "2024",
                "town-hall",
                new AnnotationPublished.Text("Véase.", null),
                null,
                FIRST);
        tell(note);
        await().untilAsserted(() -> series("13101", "2024-01").body("annotations.kind", contains("NOTE")));

        // Then
        observations("13101", "2024-01").body("annotations", empty());
        Caller.reader()
                .queryParam("indicator", indicator)
                .get("/v1/annotations")
                .then()
                .statusCode(200)
                .body("items.id", contains(id.toString()))
                .body("items[0]", not(hasKey("dataset")))
                .body("items[0]", not(hasKey("reference")));
        get("es").body("items", empty());
    }

    @Test
    void listGoesOnFromPageToPage() {
        // Given
        List<UUID> ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        ids.forEach(one -> tell(new AnnotationPublished(
                one,
                1,
                1,
                AnnotationPublished.PUBLISHED,
                "NOTE",
                dataset.id(),
                null,
                "13101",
                "2024-01",
                "2024-01",
                "town-hall",
                new AnnotationPublished.Text("Véase.", null),
                null,
                FIRST)));
        awaitEverythingApplied();

        // When
        ValidatableResponse first = page(2, null);
        ValidatableResponse second = page(2, first.extract().path("page.nextCursor"));

        // Then
        List<String> seen = new java.util.ArrayList<>(first.extract().<List<String>>path("items.id"));
        seen.addAll(second.body("page.nextCursor", equalTo(null)).extract().path("items.id"));
        assertEquals(
                ids.stream().map(UUID::toString).sorted().toList(),
                seen.stream().sorted().toList());
    }

    @Test
    void malformedQuestionsArePointedAt() {
        Caller.reader()
                .queryParam("territory", "Santiago")
                .queryParam("limit", "0")
                .get("/v1/annotations")
                .then()
                .statusCode(400)
                .body("errors.parameter", containsInAnyOrder("territory", "limit"));
    }

    private AnnotationPublished dispute(long revision, int version, String state, Instant at) {
        return annotation(revision, version, state, at, new AnnotationPublished.Text("No es así.", "It is not so."));
    }

    private AnnotationPublished annotation(
            long revision, int version, String state, Instant at, AnnotationPublished.Text text) {
        return new AnnotationPublished(
                id,
                revision,
                version,
                state,
                "DISPUTE",
                dataset.id(),
                null,
                "13101",
                "2023-12",
                "2024-01",
                "town-hall",
                text,
                "https://example.org/why",
                at);
    }

    private void tell(AnnotationPublished annotation) {
        publisher.send(Topics.REFERENCE, event(annotation));
    }

    private static Event event(AnnotationPublished annotation) {
        return Event.of(
                UUID.randomUUID(),
                "/test",
                AnnotationPublished.TYPE,
                annotation.id().toString(),
                annotation.at(),
                annotation);
    }

    private void awaitShown(int version) {
        await().untilAsserted(() -> get("es").body("items.version", contains(version)));
    }

    private ValidatableResponse get(String language) {
        return Caller.reader()
                .header("Accept-Language", language)
                .queryParam("dataset", dataset.id())
                .queryParam("territory", "13101")
                .get("/v1/annotations")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse page(int limit, String cursor) {
        var request = Caller.reader().queryParam("dataset", dataset.id()).queryParam("limit", limit);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get("/v1/annotations").then().statusCode(200);
    }

    private ValidatableResponse series(String territory, String period) {
        return Caller.reader()
                .queryParam("territory", territory)
                .queryParam("period", period)
                .get("/v1/indicators/{code}/series", indicator)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse asOf(Instant instant) {
        return Caller.reader()
                .queryParam("territory", "13101")
                .queryParam("period", "2024-01")
                .queryParam("asOf", instant.toString())
                .get("/v1/indicators/{code}/series", indicator)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse ranking(String period) {
        return Caller.reader()
                .queryParam("period", period)
                .get("/v1/indicators/{code}/ranking", indicator)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse observations(String territory, String period) {
        return Caller.reader()
                .queryParam("territory", territory)
                .queryParam("period", period)
                .get("/v1/datasets/{id}/observations", dataset.id())
                .then()
                .statusCode(200);
    }

    /** The topic has one partition: what was sent before this is applied before it. */
    private void awaitEverythingApplied() {
        String last = Publisher.unique("last");
        publisher.define(Publisher.cases(last));
        Caller.awaitFound("/v1/datasets/{id}", last);
    }
}
