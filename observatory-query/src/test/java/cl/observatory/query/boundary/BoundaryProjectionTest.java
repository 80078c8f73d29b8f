package cl.observatory.query.boundary;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.boundary.BoundariesPublished;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Servers;
import cl.observatory.query.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An edition of boundaries is seen whole or not at all, and the one that fits is seen. */
@QuarkusTest
@WithTestResource(Servers.class)
class BoundaryProjectionTest {

    private final Publisher publisher = new Publisher();
    private final String edition = Publisher.unique("squares");

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void begin() {
        publisher.territories();
        Caller.awaitFound("/v1/territories/01107");
        Drawn.forgetAll(jdbi);
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void shapesAreNotSeenBeforeTheirEditionIsPublished() {
        // Given
        Drawn drawn = new Drawn(edition, "13101");
        drawn.sendShapes(publisher, 0, 1, 2);
        awaitEverythingApplied();
        territories().body("$", not(hasKey("boundarySource"))).body("warnings.code", hasItem("NO_BOUNDARIES"));

        // When
        drawn.sendEdition(publisher);

        // Then
        drawn.awaitShown();
        territories().body("features.find { it.id == '13101' }.geometry.type", equalTo("MultiPolygon"));
    }

    @Test
    void editionThatLacksAPartIsRefusedAndTheOneBeforeStays() {
        // Given
        Drawn before = new Drawn(edition, "13101");
        before.publish(publisher);
        Drawn broken = new Drawn(edition, "13101", "13127").version(2, Instant.now());

        // When
        broken.sendShapes(publisher, 0, 2);
        Event event = Event.of(
                UUID.randomUUID(), "/test", BoundariesPublished.TYPE, edition, Instant.now(), broken.published());
        publisher.send(Topics.REFERENCE, event);

        // Then
        try (TopicReader deadLetters = new TopicReader("observatory.reference.v1.dead-letter")) {
            deadLetters.awaitEvent(event.id());
        }
        territories().body("boundarySource.version", equalTo(1));
    }

    @Test
    void partsThatComeTwiceAreOne() {
        // Given
        Drawn drawn = new Drawn(edition, "13101");
        drawn.sendShapes(publisher, 0, 1, 2);

        // When
        drawn.sendShapes(publisher, 1, 2);
        drawn.sendEdition(publisher);
        drawn.sendEdition(publisher);

        // Then
        drawn.awaitShown();
    }

    @Test
    void newerVersionTakesThePlaceOfTheOlder() {
        // Given
        new Drawn(edition, "13101").publish(publisher);

        // When
        new Drawn(edition, "13101", "13127")
                .version(2, Instant.parse("2026-06-01T00:00:00Z"))
                .publish(publisher);

        // Then
        territories().body("features.findAll { it.geometry != null }.id", contains("13101", "13127"));
    }

    @Test
    void editionOfTheDayIsSeen() {
        // Given
        new Drawn(edition, "13101").publish(publisher);

        // When
        new Drawn(edition + "-later", "13127")
                .validFrom(LocalDate.of(2024, 1, 1))
                .publish(publisher);

        // Then
        territories("2023-12-31").body("boundarySource.edition", equalTo(edition));
        territories("2024-01-01").body("boundarySource.edition", equalTo(edition + "-later"));
        territories("2010-01-01")
                .body("boundarySource.edition", equalTo(edition))
                .body("warnings.code", hasItem("BOUNDARIES_OF_ANOTHER_TIME"));
    }

    @Test
    void generatedBoundariesGiveWayToAnyOthers() {
        // Given
        new Drawn(edition + "-made", "13101")
                .synthetic()
                .validFrom(LocalDate.of(2020, 1, 1))
                .publish(publisher);
        territories().body("warnings.code", hasItem("SYNTHETIC_BOUNDARIES"));

        // When
        new Drawn(edition, "13101").publish(publisher);

        // Then
        territories()
                .body("boundarySource.edition", equalTo(edition))
                .body("warnings.code", not(hasItem("SYNTHETIC_BOUNDARIES")));
    }

    private static ValidatableResponse territories() {
        return Caller.reader().get("/v1/territories.geojson").then().statusCode(200);
    }

    private static ValidatableResponse territories(String validAt) {
        return Caller.reader()
                .queryParam("validAt", validAt)
                .get("/v1/territories.geojson")
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
